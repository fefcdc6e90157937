#include "app/headless/command_line.h"

int main(int argc, char** argv) {
  return kernelscope::runCommandLine(argc, argv);
}
