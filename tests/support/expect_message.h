#pragma once
// Expects a statement to throw a type, with a message that holds a text.

#include <gtest/gtest.h>

#include <string>

namespace kernelscope::test {

template <typename Exception, typename Statement>
void expectMessage(Statement&& statement, const std::string& wanted) {
  try {
    statement();
    ADD_FAILURE() << "nothing was thrown; expected a message with \"" << wanted << "\"";
  } catch (const Exception& error) {
    EXPECT_NE(std::string(error.what()).find(wanted), std::string::npos)
        << "the message is \"" << error.what() << "\", which lacks \"" << wanted << "\"";
  } catch (const std::exception& error) {
    ADD_FAILURE() << "another type was thrown, saying \"" << error.what() << "\"";
  }
}

}  // namespace kernelscope::test
