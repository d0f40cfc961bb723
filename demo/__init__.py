"""The pretend government web: a stranger to the program, served on loopback for `meldroute demo` and the tests."""
