#!/usr/bin/env bash
# What app/set_up.sh does with packages, against dpkg-query, apt-get, apt-cache, sudo and id of our own that
# only write down how they were called. Run: set_up_test.sh CHECKOUT
set -uo pipefail
checkout=$1
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
failures=0

# A fake system: INSTALLED and KNOWN are lists of package names, USER_ID the caller's id; calls go to $box/calls.
mkdir -p "$box/bin" "$box/a root with spaces/app"
printf 'alpha # one\n# a comment line\n\nbeta  # two\n' > "$box/packages.txt"
cat > "$box/bin/dpkg-query" <<'EOF'
#!/bin/bash
status=0
shift 3  # -W -f FORMAT
for name in "$@"; do
  case " $INSTALLED " in
    *" $name "*) echo "installed $name" ;;
    *) echo "dpkg-query: no packages found matching $name" >&2; status=1 ;;
  esac
done
exit $status
EOF
cat > "$box/bin/apt-cache" <<'EOF'
#!/bin/bash
known=$KNOWN
[ -f "$BOX/updated" ] && known="alpha beta"
case " $known " in *" $2 "*) echo "  Candidate: 1.0" ;; *) echo "  Candidate: (none)" ;; esac
EOF
cat > "$box/bin/apt-get" <<'EOF'
#!/bin/bash
echo "apt-get $*" >> "$BOX/calls"
case " $* " in *" update "*) touch "$BOX/updated" ;; esac
case " $* " in *" install "*) [ -z "${STALE-}" ] || [ -f "$BOX/updated" ] ;; esac
EOF
cat > "$box/bin/sudo" <<'EOF'
#!/bin/bash
echo "sudo $1" >> "$BOX/calls"
[ "$1" = -n ] && shift
[ "$1" = -v ] || "$@"
EOF
# shellcheck disable=SC2016
printf '#!/bin/bash\necho "$USER_ID"\n' > "$box/bin/id"
chmod +x "$box"/bin/*

# scenario: runs ks_install_packages in the fake system; leaves its status, output and calls.
scenario() {
  rm -f "$box/calls" "$box/updated"
  touch "$box/calls"
  status=0
  # A shell of its own: inside a command that is followed by '||', bash would ignore 'set -e'.
  # shellcheck disable=SC2016
  output=$(env BOX="$box" PATH="${TEST_PATH-$box/bin:$PATH}" "$@" bash -euo pipefail -c '
    ks_root="$BOX/a root with spaces" ks_assume_yes=false
    . "$1/app/set_up.sh"
    ks_install_packages "$BOX/packages.txt"' scenario "$checkout" 2>&1 </dev/null) || status=$?
  calls=$(cat "$box/calls")
}

expect() {  # expect WHAT CONDITION...
  local what=$1
  shift
  if ! "$@"; then
    failures=$((failures + 1))
    printf 'FAILED: %s\n  status %s\n  output: %s\n  calls: %s\n' "$what" "$status" "$output" "$calls"
  fi
}
has() { case $1 in *"$2"*) return 0 ;; *) return 1 ;; esac; }
lacks() { ! has "$@"; }

scenario INSTALLED="alpha beta gamma" KNOWN="" USER_ID=1000
expect "nothing missing: no privileged program is called" test "$status$calls$output" = 0

scenario INSTALLED="alpha" KNOWN="alpha beta" USER_ID=0
expect "as root: goes ahead" test "$status" = 0
expect "names what is missing" has "$output" "Missing packages: beta"
expect "asks apt only for what is missing" has "$calls" "--no-install-recommends beta"
expect "known packages need no update" lacks "$calls" " update"
expect "root needs no sudo" lacks "$calls" "sudo"

scenario INSTALLED="" KNOWN="" USER_ID=0
expect "unknown packages: updates, then installs" has "$calls" "$(printf ' update\napt-get')"
expect "and installs both" has "$calls" "alpha beta"

scenario INSTALLED="" KNOWN="alpha beta" USER_ID=0 STALE=1
expect "old package lists: updates once and tries again" test "$status" = 0
expect "one update" test "$(grep -c ' update' "$box/calls")" = 1
expect "two tries" test "$(grep -c ' install ' "$box/calls")" = 2

scenario INSTALLED="alpha" KNOWN="alpha beta" USER_ID=1000
expect "a user without a terminal: sudo that never asks" has "$calls" "sudo -n"

rm "$box/bin/sudo"
mkdir "$box/plain"
for tool in bash env sed awk sort comm mktemp cat tr tail cut dirname mkdir grep sleep tput nproc kill touch; do
  ln -sf "$(command -v $tool)" "$box/plain/$tool"
done
TEST_PATH=$box/bin:$box/plain scenario INSTALLED="alpha" KNOWN="alpha beta" USER_ID=1000
expect "no sudo: stops and says what to run as root" has "$output" "apt-get install beta"
expect "no sudo: fails" test "$status" = 1
expect "no sudo: installs nothing" test -z "$calls"

if [ "$failures" -gt 0 ]; then exit 1; fi
echo "set-up: all as expected"
