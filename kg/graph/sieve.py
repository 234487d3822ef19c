"""SHACL shapes in, a quick test out that is passed only by what surely conforms; what fails it is for pySHACL to judge.

pySHACL takes some 40 ms for a document, this a twentieth. It knows the constraints that the shapes of `ontology/shapes`
use; a shape with any other makes it sure of nothing, so that a new constraint is at worst slow.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["Sieve"]

_SH = "http://www.w3.org/ns/shacl#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_WORDS = frozenset(f"{_SH}{name}" for name in ("path", "message", "severity", "name", "description", "order"))

_Facts = dict[str, dict[str, list[Any]]]


@dataclass(frozen=True, slots=True)
class _Check:
    """One property shape: the values along `path` (backwards if `inverse`) must pass all tests."""

    path: str
    inverse: bool
    tests: tuple[Callable[[list[Any], Mapping[str, list[Any]], _Facts], bool], ...]

    def passed(self, node: str, facts: _Facts, back: _Facts) -> bool:
        own = facts.get(node, {})
        values = (back.get(node, {}) if self.inverse else own).get(self.path, [])
        return all(test(values, own, facts) for test in self.tests)


class Sieve:
    """Compiled shapes."""

    def __init__(self, shapes: Any) -> None:
        import rdflib

        self._rules: dict[str, list[tuple[list[_Check], list[list[_Check]]]]] = defaultdict(list)
        self.unsure = False
        sh = rdflib.Namespace(_SH)
        for shape in shapes.subjects(rdflib.RDF.type, sh.NodeShape):
            known = {sh.targetClass, sh.property, sh["or"], rdflib.RDF.type, *map(rdflib.URIRef, _WORDS)}
            if set(shapes.predicates(shape)) - known:
                self.unsure = True
                continue
            every = [self._check(shapes, p) for p in shapes.objects(shape, sh.property)]
            choices = [
                [self._check(shapes, p) for p in shapes.items(several)] for several in shapes.objects(shape, sh["or"])
            ]
            for target in shapes.objects(shape, sh.targetClass):
                self._rules[str(target)].append((every, choices))

    def passes(self, quads: Iterable[ox.Quad]) -> bool:
        """Whether all that these quads say surely conforms; False leaves it open."""
        if self.unsure:
            return False
        facts: _Facts = defaultdict(lambda: defaultdict(list))
        back: _Facts = defaultdict(lambda: defaultdict(list))
        for quad in dict.fromkeys(q.triple for q in quads):
            subject = getattr(quad.subject, "value", "")
            facts[subject][quad.predicate.value].append(quad.object)
            if isinstance(quad.object, ox.NamedNode):
                back[quad.object.value][quad.predicate.value].append(quad.subject)
        return all(
            all(c.passed(node, facts, back) for c in every)
            and all(any(c.passed(node, facts, back) for c in choice) for choice in choices)
            for node, about in list(facts.items())
            for kind in about.get(_TYPE, ())
            for every, choices in self._rules.get(kind.value, ())
        )

    def _check(self, shapes: Any, shape: Any) -> _Check:
        import rdflib

        sh = rdflib.Namespace(_SH)
        path = shapes.value(shape, sh.path)
        inverse = shapes.value(path, sh.inversePath)
        tests = []
        for word, value in shapes.predicate_objects(shape):
            if str(word) in _WORDS:
                continue
            made = _TESTS.get(str(word).removeprefix(_SH))
            if made is None or (inverse is None and not isinstance(path, rdflib.URIRef)):
                self.unsure = True
                continue
            tests.append(made(list(shapes.items(value)) if word == sh["in"] else value))
        return _Check(str(inverse or path), inverse is not None, tuple(tests))


def _literal(term: Any, kind: str) -> bool:
    return isinstance(term, ox.Literal) and term.datatype.value == kind


def _number(term: Any) -> int:
    """The value of a plain integer; anything else is below all bounds."""
    plain = _literal(term, "http://www.w3.org/2001/XMLSchema#integer") and re.fullmatch(r"[+-]?[0-9]+", term.value)
    return int(term.value) if plain else -(10**18)


def _not_more(shape: Any) -> Callable[[list[Any], Mapping[str, list[Any]], _Facts], bool]:
    def test(values: list[Any], own: Mapping[str, list[Any]], _: _Facts) -> bool:
        others = own.get(str(shape), [])
        return all(-(10**18) < _number(a) <= _number(b) for a in values for b in others)

    return test


def _of_class(wanted: Any) -> Callable[[list[Any], Mapping[str, list[Any]], _Facts], bool]:
    node = ox.NamedNode(str(wanted))

    def test(values: list[Any], _: Mapping[str, list[Any]], facts: _Facts) -> bool:
        return all(isinstance(v, ox.NamedNode) and node in facts.get(v.value, {}).get(_TYPE, ()) for v in values)

    return test


def _one_of(allowed: list[Any]) -> Callable[[list[Any], Mapping[str, list[Any]], _Facts], bool]:
    import rdflib

    terms = {ox.NamedNode(str(t)) if isinstance(t, rdflib.URIRef) else ox.Literal(str(t)) for t in allowed}
    return lambda values, _own, _facts: all(v in terms for v in values)


_TESTS: dict[str, Callable[[Any], Callable[[list[Any], Mapping[str, list[Any]], _Facts], bool]]] = {
    "minCount": lambda n: lambda values, _own, _facts: len(values) >= int(n),
    "maxCount": lambda n: lambda values, _own, _facts: len(values) <= int(n),
    "datatype": lambda kind: lambda values, _own, _facts: all(_literal(v, str(kind)) for v in values),
    "nodeKind": lambda kind: (
        lambda values, _own, _facts: str(kind) == f"{_SH}IRI" and all(isinstance(v, ox.NamedNode) for v in values)
    ),
    "pattern": lambda words: (
        lambda values, _own, _facts: all(isinstance(v, ox.Literal) and re.search(str(words), v.value) for v in values)
    ),
    "minInclusive": lambda n: lambda values, _own, _facts: all(_number(v) >= int(n) for v in values),
    "lessThanOrEquals": _not_more,
    "class": _of_class,
    "in": _one_of,
}
