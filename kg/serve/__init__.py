"""A knowledge base in, an HTTP server out: SPARQL 1.1 Protocol, questions in words, the page, and each row's words.

The process that speaks HTTP never opens the graph. Every request is a job for one of a few worker processes
(`kg.serve.worker`), which have a memory cap and are ended and replaced when a job takes too long, so that no query can
stop or crash the server.
"""

from __future__ import annotations

from kg.serve.run import Settings, serve

__all__ = ["Settings", "serve"]
