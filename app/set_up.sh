# Sourced by app/run, tests/run, tests/lint and .ci/run: packages, configuring, building, progress, error reports.
# The caller sets ks_root (the checkout) and ks_assume_yes (true|false).
# shellcheck shell=bash
: "${ks_root:?}" "${ks_assume_yes:?}"

ks_say() { printf '%s\n' "$*" >&2; }
ks_fail() { ks_say "kernelscope: $*"; exit 1; }

ks_cores() { nproc 2>/dev/null || echo 2; }

# Repeats the last line of a log until ended: on a terminal in place, otherwise once every half minute.
ks_watch() {
  local label=$1 log=$2 begun=$SECONDS elapsed columns line
  columns=$(tput cols 2>/dev/null || echo 80)
  while kill -0 $$ 2>/dev/null && sleep 1 >/dev/null 2>&1; do
    elapsed=$((SECONDS - begun))
    line=$(tail -n 1 "$log" 2>/dev/null | tr -d '\r' | tr '\t' ' ')
    if [ -t 2 ]; then
      line="$label  ${elapsed} s  $line"
      printf '\r\033[K%s' "${line:0:columns-1}" >&2
    elif [ $((elapsed % 30)) -eq 0 ]; then
      ks_say "  ${elapsed} s  ${line:0:100}"
    fi
  done
}

# ks_step LABEL LOG COMMAND...: runs a command quietly into LOG; when it fails, says so with the end of the log.
ks_step() {
  local label=$1 log=$2 begun=$SECONDS watcher status=0
  shift 2
  mkdir -p "$(dirname "$log")"
  : > "$log"
  [ -t 2 ] || ks_say "$label"
  ks_watch "$label" "$log" &
  watcher=$!
  "$@" >> "$log" 2>&1 || status=$?
  { kill "$watcher" && wait "$watcher"; } 2>/dev/null || true
  [ -t 2 ] && printf '\r\033[K' >&2
  if [ "$status" -ne 0 ]; then
    ks_say "$label: failed with status $status. The end of $log:"
    tail -n 25 "$log" | sed 's/^/  | /' >&2
    exit 1
  fi
  [ -t 2 ] && ks_say "$label: done in $((SECONDS - begun)) s"
  return 0
}

# Names in the given package lists that dpkg does not report as installed, one a line.
ks_missing_packages() {
  local wanted installed
  wanted=$(sed 's/#.*//' "$@" | awk 'NF { print $1 }' | sort -u)
  # shellcheck disable=SC2086
  installed=$({ dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null || true; } |
              awk '$1 == "installed" { print $2 }' | sort -u)  # dpkg-query fails when it does not know a name
  comm -23 <(printf '%s\n' "$wanted") <(printf '%s\n' "$installed")
}

ks_have_candidates() {
  local name
  for name in "$@"; do
    apt-cache policy "$name" 2>/dev/null | grep -q '^  Candidate: [^(]' || return 1
  done
}

# ks_install_packages LIST...: installs what is missing; with nothing missing it calls no privileged program.
ks_install_packages() {
  local names missing answer log="$ks_root/build/set_up.log" as_root=()
  if ! command -v dpkg-query >/dev/null; then
    ks_say "This is not a Debian system, so nothing is installed here. Needed: the packages in $*"
    return 0
  fi
  names=$(ks_missing_packages "$@") || ks_fail "cannot tell which packages are installed"
  [ -z "$names" ] && return 0
  mapfile -t missing <<< "$names"
  ks_say "Missing packages: ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || ks_fail "there is no sudo. As root, run:  apt-get install ${missing[*]}"
    as_root=(sudo)
    if [ -t 0 ] && [ "$ks_assume_yes" != true ]; then
      read -r -p "Install them with sudo apt-get? [Y/n] " answer
      case $answer in
        '' | [yY]*) ;;
        *) ks_fail "not installed. By hand:  sudo apt-get install ${missing[*]}" ;;
      esac
    fi
    if [ -t 0 ]; then sudo -v || ks_fail "sudo gave no rights to install."; else as_root=(sudo -n); fi
  fi
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
  local updated=false
  if ! ks_have_candidates "${missing[@]}"; then
    ks_step "Reading the package lists" "$log" "${apt[@]}" update
    updated=true
  fi
  local install=("${apt[@]}" install --yes --no-install-recommends "${missing[@]}")
  if [ "$updated" = false ]; then
    # Old lists name versions that the mirror no longer has: fetch once more, and only then.
    ks_step "Installing ${#missing[@]} packages" "$log" ks_install_or_update
  else
    ks_step "Installing ${#missing[@]} packages" "$log" "${install[@]}"
  fi
}

# Uses the caller's `apt` and `install` commands.
ks_install_or_update() { "${install[@]}" || { "${apt[@]}" update && "${install[@]}"; }; }

# ks_build PRESET [TARGET...]: configures when needed and builds into build/PRESET.
ks_build() {
  local preset=$1 build="$ks_root/build/$1" fresh=() targets=() home
  shift
  [ $# -gt 0 ] && targets=(--target "$@")
  if command -v ccache >/dev/null; then
    export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$ks_root} CCACHE_NOHASHDIR=${CCACHE_NOHASHDIR:-1}
  fi
  if [ -f "$build/CMakeCache.txt" ]; then
    home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$build/CMakeCache.txt")
    [ "$home" = "$ks_root" ] || fresh=(--fresh)  # the checkout was moved or copied
  fi
  if [ ! -f "$build/build.ninja" ] || [ "${#fresh[@]}" -gt 0 ] ||
     [ "$ks_root/CMakePresets.json" -nt "$build/build.ninja" ]; then
    ks_step "Configuring $preset" "$ks_root/build/$preset-configure.log" \
            env -C "$ks_root" cmake "${fresh[@]}" --preset "$preset"
  fi
  ks_step "Building $preset" "$ks_root/build/$preset-build.log" \
          env -C "$ks_root" cmake --build --preset "$preset" --parallel "$(ks_cores)" "${targets[@]}"
}

# ks_test PRESET [CTEST ARGUMENT...]: runs the built tests without a display; ctest's summary ends the output.
ks_test() {
  local preset=$1
  shift
  QT_QPA_PLATFORM=offscreen env -C "$ks_root" \
    ctest --preset "$preset" --parallel "$(ks_cores)" --no-label-summary "$@"
}
