"""The line to head office: real servers, real sockets."""
