#!/usr/bin/env bash
# Drives the built kernelscope-run as a script would: results, equal bits, resuming, exit codes, messages.
# commands_test.sh PROGRAM CASE
set -euo pipefail
program=$1
case_name=$2
pictures=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../resources/examples" && pwd -P)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# expect CODE TEXT COMMAND...: the exit code, and a text that stderr must hold.
expect() {
  local code=$1 text=$2 status=0
  shift 2
  "$@" > stdout.txt 2> stderr.txt || status=$?
  [ "$status" -eq "$code" ] || fail "exit code $status instead of $code from: $* -- $(cat stderr.txt)"
  [ -z "$text" ] || grep -qF -- "$text" stderr.txt || fail "no \"$text\" in the message of: $* -- $(cat stderr.txt)"
}

# Small networks, so that the whole script takes seconds.
small() {
  cat > small.json <<'JSON'
{ "task": "image-field", "steps": 12, "batch": 700, "optimizer": { "schedule": { "kind": "cosine" } },
  "lanes": { "A": { "name": "FFL", "layers": [ { "type": "dense", "width": 16, "activation": "sine" },
                                               { "type": "dense", "activation": "identity" } ] },
             "B": { "name": "SNNK", "layers": [ { "type": "snnk", "width": 16, "features": 8 },
                                                { "type": "dense", "activation": "identity" } ] } } }
JSON
}

without_times() { cut -d, -f1,3- "$1/metrics.csv"; }
same_run() {
  cmp "$1/weights/A.safetensors" "$2/weights/A.safetensors" || fail "weights of lane A differ"
  cmp "$1/weights/B.safetensors" "$2/weights/B.safetensors" || fail "weights of lane B differ"
  [ "$(without_times "$1")" = "$(without_times "$2")" ] || fail "metrics differ"
}

leaves_a_complete_run_folder() {
  small
  expect 0 '' "$program" run small.json --out run --quiet
  for file in experiment.json result.json metrics.csv arrays.npz weights/A.safetensors weights/B.safetensors \
              checkpoints/A.safetensors checkpoints/B.safetensors; do
    [ -s "run/$file" ] || fail "run/$file is missing"
  done
  [ "$(wc -l < run/metrics.csv)" -eq 25 ] || fail "metrics.csv has not one row per lane and step"
  grep -q '"status": "finished"' run/result.json || fail "result.json does not say finished"
  [ ! -s stdout.txt ] && [ ! -s stderr.txt ] || fail "--quiet printed something"
}

gives_equal_bits_for_any_thread_count_and_from_its_resolved_file() {
  small
  expect 0 '' "$program" run small.json --out one --threads 1 --quiet
  expect 0 '' "$program" run small.json --out two --threads 2 --quiet
  same_run one two
  expect 0 '' "$program" run one/experiment.json --out again --quiet
  same_run one again
  cmp one/experiment.json again/experiment.json || fail "the resolved experiment changed when it was run again"
  expect 0 '' "$program" run small.json --seed 8 --out other --quiet
  cmp -s one/weights/A.safetensors other/weights/A.safetensors && fail "the seed changes nothing"
  return 0
}

resumes_to_the_bits_of_an_uninterrupted_run() {
  small
  expect 0 '' "$program" run small.json --out whole --quiet
  expect 0 '' "$program" run small.json --out parts --stop-after 5 --quiet
  grep -q '"status": "stopped"' parts/result.json || fail "a run stopped on purpose does not say stopped"
  expect 0 '' "$program" run --resume parts --quiet
  same_run whole parts
}

stops_on_a_signal_and_resumes() {
  small
  "$program" run small.json --set /batch='"full"' --steps 3000 --out run --quiet &
  local running=$! status=0
  for _ in $(seq 200); do [ -s run/experiment.json ] && break; sleep 0.05; done
  sleep 0.3
  kill -INT "$running"
  wait "$running" || status=$?
  [ "$status" -eq 4 ] || fail "SIGINT gave exit code $status instead of 4"
  [ -s run/checkpoints/A.safetensors ] || fail "no checkpoint was kept"
  expect 0 '' "$program" run --resume run --stop-after 2000 --quiet
}

marks_divergence_and_keeps_the_last_good_weights() {
  expect 3 'diverged at step 2' "$program" run image-field --steps 20 --set /optimizer/learning_rate=1e3 --out run
  grep -q '"diverged_at_step": 2' run/result.json || fail "result.json does not name the step"
  [ -s run/weights/A.safetensors ] && [ -s run/weights/B.safetensors ] || fail "the last good weights are missing"
}

evaluates_and_exports() {
  small
  expect 0 '' "$program" run small.json --out run --quiet
  for format in safetensors npz csv; do
    expect 0 '' "$program" export run --lane B --format $format --out "weights.$format"
    [ -s "weights.$format" ] || fail "no weights.$format"
  done
  grep -q '^layers.0.theta,0,0,' weights.csv || fail "the CSV does not name theta"
  expect 2 'allowed are safetensors' "$program" export run --lane B --format onx --out x
  expect 2 '' "$program" evaluate run --lane C --input x.npy --output y.npy
  expect 6 'missing.npy' "$program" evaluate run --lane A --input missing.npy --output y.npy
}

trains_on_derivatives_for_any_thread_count_and_after_a_resume() {
  small
  for supervise in gradient laplacian; do
    local options=(--set "/supervise=$supervise" --quiet)
    expect 0 '' "$program" run small.json "${options[@]}" --threads 1 --out "$supervise"
    expect 0 '' "$program" run small.json "${options[@]}" --threads 2 --stop-after 5 --out "$supervise.parts"
    expect 0 '' "$program" run --resume "$supervise.parts" --quiet
    same_run "$supervise" "$supervise.parts"
    head -1 "$supervise/metrics.csv" | grep -q "^step,seconds,lane,loss,heldout_loss,${supervise}_mse," ||
      fail "metrics.csv does not name what was trained"
    for key in value_offset value_slope note correlation; do
      grep -q "\"$key\"" "$supervise/result.json" || fail "result.json has no $key"
    done
    expect 0 '' "$program" export "$supervise" --lane A --format npz --out "$supervise.npz"
  done
  expect 2 '"laplacian"' "$program" run small.json --set /supervise=curl --out wrong
}

study() {
  cat > study.json <<'JSON'
{ "task": "kernel-error", "trials": 40, "features": [4, 16], "gram_size": 6, "gram_features": 16,
  "target": { "name": "gelu" }, "pairs": { "dimension": 5, "count": 2 },
  "methods": [ { "id": "M1" }, { "id": "M2", "sampling": "orthogonal", "A": "optimal" },
               { "id": "M3", "map": "universal-numeric", "sampling": "quasi" } ] }
JSON
}

answers_an_analysis_with_equal_bits_for_any_thread_count() {
  study
  expect 0 '' "$program" run study.json --out one --threads 1 --quiet
  expect 0 '' "$program" run study.json --out two --threads 2 --quiet
  for file in experiment.json metrics.csv arrays.npz; do
    [ -s "one/$file" ] || fail "one/$file is missing"
    cmp "one/$file" "two/$file" || fail "$file differs between 1 and 2 threads"
  done
  grep -q '"status": "finished"' one/result.json || fail "result.json does not say finished"
  [ "$(wc -l < one/metrics.csv)" -eq 7 ] || fail "metrics.csv has not one row per method and m"
  expect 0 '' "$program" run one/experiment.json --out again --quiet
  cmp one/arrays.npz again/arrays.npz || fail "the resolved experiment gives other arrays"
  expect 0 '' "$program" run study.json --seed 8 --set /trials=41 --out other --quiet
  grep -q '"seed": 8' other/result.json || fail "--seed was not taken"
}

names_every_problem_of_a_kernel_error_study() {
  study
  expect 2 '/methods/0/map' "$program" run study.json --set /target/kind=softmax --out none
  expect 2 '/target/expression' "$program" run study.json --set /target/kind=formula --set '/target/expression=1/z' \
    --set '/methods=[{"map":"universal-numeric"}]' --out none
  expect 2 'does not estimate' "$program" run study.json --set /target/kind=arc-cosine --out none
  expect 2 'trains nothing' "$program" run study.json --steps 5 --out none
  expect 6 'missing.npy' "$program" run study.json --set '/pairs/x="missing.npy"' --set '/pairs/w="missing.npy"' \
    --out none
  [ ! -e none ] || fail "a refused study left a folder"
}

names_every_problem_of_bad_input() {
  small
  expect 2 '/steps' "$program" run small.json --set /steps=-5 --set /optimizer/learning_rate=0 --out bad
  grep -qF /optimizer/learning_rate stderr.txt || fail "only the first problem is named"
  expect 2 '/lanes/B/layers/0/sigma' "$program" run small.json --out bad \
    --set '/lanes/B/layers/0={"type":"snnk","width":16,"map":"universal","radial":"exact","sigma":50}'
  [ ! -e bad ] || fail "networks that cannot be made left a folder"
  printf '{ "task": "image-field", "steps": NaN }' > nan.json
  expect 2 'line 1' "$program" run nan.json
  expect 2 'lerning_rate' "$program" run small.json --set /optimizer/lerning_rate=1e-3
  expect 6 'presets are' "$program" run no-such-preset
  expect 2 '' "$program" run
  expect 2 '' "$program" fly
  expect 6 'experiment.json' "$program" run --resume .
  expect 5 'cuda' "$program" run small.json --backend cuda --out gpu
  [ ! -e bad ] && [ ! -e gpu ] || fail "a refused run left a folder"
}

refuses_broken_pictures_by_name() {
  small
  printf 'just words\n' > words.png
  : > empty.png
  head -c 200 "$pictures/camera_128.png" > cut.png
  expect 2 'first bytes are text' "$program" run small.json --set /image/source=words.png
  expect 2 'empty' "$program" run small.json --set /image/source=empty.png
  expect 2 'cut.png' "$program" run small.json --set /image/source=cut.png
  expect 6 'missing.png' "$program" run small.json --set /image/source=missing.png
  expect 2 'camera_128' "$program" run small.json --set /image/source=builtin:nothing
}

lists_what_it_has() {
  expect 0 '' "$program" presets
  grep -q '^image-field ' stdout.txt || fail "presets does not list image-field"
  grep -q '^ .*only how steep the picture is' stdout.txt || fail "presets does not describe its presets"
  expect 0 '' "$program" schema image-field
  grep -q '2020-12' stdout.txt || fail "schema is not a 2020-12 schema"
  expect 0 '' "$program" devices
  grep -q '^cpu ' stdout.txt || fail "devices does not list the CPU"
  expect 0 '' "$program" --version
  expect 0 '' "$program" --help
}

"$case_name"
