"""Starts Debian's apertium-apy for this machine alone.

Given: a port, and the folder of modes (/usr/share/apertium/modes unless given). APY itself listens on
every address and has no option against it, so the one call that binds is told where.

    python3 tests/apertium/serve.py 2737

The packages: apertium apertium-apy apertium-spa-cat cg3 apertium-lex-tools (the last two are only
recommended by the others, and a pair without them is listed but answers 500).
"""

import sys

import tornado.httpserver

bind = tornado.httpserver.HTTPServer.bind


def bind_here(server, port, address=None, *more, **named):
    return bind(server, port, "127.0.0.1", *more, **named)


tornado.httpserver.HTTPServer.bind = bind_here

port = sys.argv[1]
modes = sys.argv[2] if len(sys.argv) > 2 else "/usr/share/apertium/modes"
sys.argv = ["apertium-apy", modes, "-p", port, "-j", "1", "-t", "30"]

# It reads what it is told when it is imported.
from apertium_apy.apy import main  # noqa: E402

main()
