#pragma once
// The command line of kernelscope-run: parses, hands over to the engine, maps outcomes to exit codes.

namespace kernelscope {

int runCommandLine(int argc, char** argv);

}  // namespace kernelscope
