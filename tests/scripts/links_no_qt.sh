#!/usr/bin/env bash
# links_no_qt.sh PROGRAM: fails when the program needs a Qt or X library, itself or through another library.
set -euo pipefail
libraries=$(ldd "$1")
if grep -Ei 'libqt|qcustomplot|libxcb|libX11|libwayland' <<< "$libraries"; then
  echo "$1 needs the libraries above"
  exit 1
fi
echo "$(grep -c . <<< "$libraries") libraries, none of a window system"
