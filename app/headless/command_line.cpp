#include "app/headless/command_line.h"

#include "app/headless/commands.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>

namespace kernelscope {

namespace {

using Command = std::function<ExitCode()>;

void addRun(CLI::App& program, Command& chosen) {
  auto arguments = std::make_shared<RunArguments>();
  CLI::App* run = program.add_subcommand("run", "Train an experiment, or resume a stopped run");
  CLI::Option* experiment = run->add_option("EXPERIMENT", arguments->experiment,
                                            "An experiment file, or a preset's name (see presets)");
  CLI::Option* set = run->add_option("--set", arguments->overrides, "Change a value: /json/pointer=value")
                         ->allow_extra_args(false);
  run->add_option("--out", arguments->folder, "Folder for the results [kernelscope-output/<time>]");
  CLI::Option* seed = run->add_option("--seed", arguments->seed, "Seed of everything random");
  CLI::Option* steps = run->add_option("--steps", arguments->steps, "Training steps of each lane");
  CLI::Option* backend = run->add_option("--backend", arguments->backend, "auto, cpu or cuda");
  run->add_option("--threads", arguments->threads, "Compute threads [all]")->check(CLI::Range(1, 1024));
  run->add_option("--stop-after", arguments->stopAfter, "Stop after this step; --resume goes on")
      ->check(CLI::PositiveNumber);
  run->add_option("--checkpoint-every", arguments->checkpointEvery, "Steps between checkpoints [every 10 s]")
      ->check(CLI::PositiveNumber);
  run->add_option("--resume", arguments->resume, "Continue the run in this folder to its last step")
      ->excludes(experiment)
      ->excludes(set)
      ->excludes(seed)
      ->excludes(steps)
      ->excludes(backend);
  run->add_flag("--quiet", arguments->quiet, "No progress on stderr");
  run->callback([arguments, &chosen] { chosen = [arguments] { return runExperiment(*arguments); }; });
}

CLI::Option* addLane(CLI::App& command, std::string& lane) {
  return command.add_option("--lane", lane, "A or B")->required()->check(CLI::IsMember({"A", "B"}));
}

void addEvaluate(CLI::App& program, Command& chosen) {
  auto arguments = std::make_shared<EvaluateArguments>();
  CLI::App* evaluate = program.add_subcommand("evaluate", "Evaluate a trained lane at given points");
  evaluate->add_option("RUN_DIR", arguments->folder, "The folder of a run")->required();
  addLane(*evaluate, arguments->lane);
  evaluate->add_option("--input", arguments->input, "Points [n, 2] as .npy; its dtype is computed in")
      ->required();
  evaluate->add_option("--output", arguments->output, "Where the values [n, channels] go, as .npy")
      ->required();
  evaluate->add_option("--threads", arguments->threads, "Compute threads [all]")->check(CLI::Range(1, 1024));
  evaluate->callback([arguments, &chosen] { chosen = [arguments] { return runEvaluate(*arguments); }; });
}

void addExport(CLI::App& program, Command& chosen) {
  auto arguments = std::make_shared<ExportArguments>();
  CLI::App* command = program.add_subcommand("export", "Write a trained lane's weights in another format");
  command->add_option("RUN_DIR", arguments->folder, "The folder of a run")->required();
  addLane(*command, arguments->lane);
  command->add_option("--format", arguments->format, "safetensors, npz or csv")->required();
  command->add_option("--out", arguments->file, "The file to write")->required();
  command->callback([arguments, &chosen] { chosen = [arguments] { return runExport(*arguments); }; });
}

void addListings(CLI::App& program, Command& chosen) {
  CLI::App* presets = program.add_subcommand("presets", "List the experiments that ship with the program");
  presets->callback([&chosen] { chosen = [] { return printPresets(); }; });
  auto task = std::make_shared<std::string>("image-field");
  CLI::App* schema = program.add_subcommand("schema", "Print the JSON Schema of a task's experiments");
  schema->add_option("TASK", *task, "The task [image-field]");
  schema->callback([task, &chosen] { chosen = [task] { return printSchema(*task); }; });
  CLI::App* devices = program.add_subcommand("devices", "List the devices that can compute");
  devices->callback([&chosen] { chosen = [] { return printDevices(); }; });
}

}  // namespace

int runCommandLine(int argc, char** argv) {
  CLI::App program("Kernelscope without a window: trains, evaluates and exports what the window shows.",
                   "kernelscope-run");
  program.set_version_flag("--version", "kernelscope-run " KERNELSCOPE_VERSION);
  program.require_subcommand(1);
  Command chosen;
  addRun(program, chosen);
  addEvaluate(program, chosen);
  addExport(program, chosen);
  addListings(program, chosen);
  try {
    program.parse(argc, argv);
    return static_cast<int>(chosen());
  } catch (const CLI::ParseError& problem) {
    // Help and version are no errors; every real one is wrong usage.
    return program.exit(problem) == 0 ? 0 : static_cast<int>(ExitCode::WrongInput);
  } catch (...) {
    return static_cast<int>(reportException());
  }
}

}  // namespace kernelscope
