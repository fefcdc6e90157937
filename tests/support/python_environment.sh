# Sourced: a Python with packages, from the system or in a virtual environment made for it.
#   python_with WORK_FOLDER PACKAGE[:MODULE]...    sets $python, or $why_no_python and returns 1
python_with() {
  local work=$1 packages=() modules=() entry
  shift
  for entry in "$@"; do
    packages+=("${entry%%:*}")
    modules+=("${entry#*:}")
  done
  local imports
  imports="import $(IFS=,; printf '%s' "${modules[*]}")"
  command -v python3 >/dev/null || { why_no_python="python3 is not installed"; return 1; }
  mkdir -p "$work"
  python=python3
  "$python" -c "$imports" 2>/dev/null && return 0
  python=$work/venv/bin/python
  [ -x "$python" ] && "$python" -c "$imports" 2>/dev/null && return 0
  local log=$work/venv.log
  python3 -m venv "$work/venv" >"$log" 2>&1 || {
    why_no_python="python3 lacks ${packages[*]}, and a virtual environment cannot be made (package python3-venv); see $log"
    return 1
  }
  "$python" -m pip install --quiet --disable-pip-version-check --timeout 15 --retries 1 "${packages[@]}" >>"$log" 2>&1 || {
    why_no_python="${packages[*]} cannot be installed (no network?); see $log"
    return 1
  }
}
