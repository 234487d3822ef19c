"""The address of a Dask scheduler in, a `Spread` over its workers out: for more articles than one machine reads.

Tasks say only "read these documents"; what they give is named by its content. So a task that runs twice, because the
machine that had it went away, does no harm. Needs the extra `dask`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from kg.errors import KgError, UsageError
from kg.workers import Spread, in_order

__all__ = ["dask"]

_In = TypeVar("_In")
_Out = TypeVar("_Out")
_AHEAD = 4
"""Pieces for each thread of the cluster that are under way."""
_TIMEOUT = "20s"


@contextmanager
def dask(address: str, rules: Callable[[], str]) -> Iterator[Spread]:
    """A `Spread` over the workers of the scheduler at an address (`tcp://host:8786`); `rules` tells what reads.

    Raises UsageError when the extra is missing, when nobody answers, or when the workers read by other rules.
    """
    distributed = _package()
    try:
        client = distributed.Client(address, timeout=_TIMEOUT, set_as_default=False)
    except (OSError, ValueError) as error:
        hint = "start one with `dask scheduler`, and give its address"
        raise UsageError(f"no scheduler answers ({error})", where=address, hint=hint) from error
    with client:
        _same_rules(client, address, rules)

        def spread(work: Callable[[_In], _Out], pieces: Iterable[_In], /) -> Iterator[_Out]:
            def submit(work: Callable[[_In], _Out], piece: _In) -> Any:
                return client.submit(work, piece, pure=False, retries=2)

            threads = sum(client.nthreads().values()) or 1
            return in_order(submit, work, pieces, _AHEAD * threads)

        try:
            yield spread
        except (distributed.scheduler.KilledWorker, distributed.client.FutureCancelledError) as error:
            hint = "what was stored is whole; see the workers' logs, and run it again"
            raise KgError(f"the cluster gave up a batch ({error})", where=address, hint=hint) from error


def _package() -> Any:
    try:
        import distributed
    except ImportError:
        raise UsageError("a cluster needs the package distributed", hint="pip install 'dipkg[dask]'") from None
    return distributed


def _same_rules(client: Any, address: str, rules: Callable[[], str]) -> None:
    """Workers that read otherwise would give other claims under the same name."""
    try:
        client.wait_for_workers(1, timeout=20)
    except Exception as error:
        hint = f"start some with `dask worker {address}`"
        raise UsageError("the scheduler has no workers", where=address, hint=hint) from error
    own = rules()
    try:
        others = {name: found for name, found in client.run(rules).items() if found != own}
    except ImportError as error:
        raise UsageError("the workers have no kg", where=address, hint="pip install dipkg there") from error
    if others:
        name, found = min(others.items())
        hint = "install the same version everywhere"
        raise UsageError(f"worker {name} reads by other rules ({found}) than this machine ({own})", hint=hint)
