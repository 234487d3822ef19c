"""Each verb of a sentence with its subject, objects, prepositional phrases and the clause above it."""

from kg.extract.chunks import chunk
from kg.extract.clauses import clauses
from kg.extract.pieces import Clause, Group
from kg.extract.tagging import general_verbs, tag
from kg.extract.tokens import Tokens, tokenize


def cut(text: str) -> tuple[Tokens, list[Clause]]:
    """The clauses of a sentence in which every capital letter within begins a name."""
    tokens = tokenize(text)
    names = {i for i, word in enumerate(tokens.words) if word[0].isupper() and word not in ("The", "After", "If")}
    verbs = general_verbs()
    return tokens, clauses(chunk(tokens, 0, tag(tokens, 0, len(tokens), names, set(), verbs), verbs))


def words(tokens: Tokens, group: Group | None) -> str:
    return tokens.quote(group.first, group.last) if group is not None else ""


def test_a_clause_has_subject_object_and_prepositional_phrases():
    tokens, found = cut("Peru recalled its envoy from Chile over the border.")
    (clause,) = found
    assert words(tokens, clause.subject) == "Peru"
    assert [words(tokens, g) for g in clause.objects] == ["its envoy"]
    assert [(word, words(tokens, g)) for word, g in clause.preps] == [("from", "Chile"), ("over", "the border")]


def test_coordinated_names_are_one_subject():
    tokens, (clause,) = cut("Peru, Chile and Bolivia signed a treaty.")
    assert [tokens.words[np.head] for np in clause.subject.items] == ["Peru", "Chile", "Bolivia"]


def test_names_after_but_not_are_left_out():
    tokens, (clause,) = cut("Peru, but not Chile, signed a treaty.")
    assert [tokens.words[np.head] for np in clause.subject.items] == ["Peru"]
    assert [tokens.words[np.head] for np in clause.subject.excluded] == ["Chile"]


def test_neither_makes_a_group_of_which_nothing_holds():
    _, (clause,) = cut("neither Peru nor Chile signed a treaty.")
    assert clause.subject.neither


def test_two_verbs_share_a_subject():
    tokens, found = cut("Peru recalled its envoy and closed the border.")
    assert [words(tokens, c.subject) for c in found] == ["Peru", "Peru"]


def test_what_is_said_stands_below_the_saying():
    _, (saying, said) = cut("Peru said that Chile had closed the border.")
    assert (said.kind, said.mark, said.parent) == ("complement", "that", saying)


def test_an_infinitive_takes_its_subject_from_the_verb_above():
    tokens, (_, promised) = cut("Peru promised Chile to close the border.")
    assert words(tokens, promised.subject) == "Peru"
    tokens, (_, urged) = cut("Peru urged Chile to close the border.")
    assert words(tokens, urged.subject) == "Chile"


def test_a_relative_clause_describes_the_noun_before_it():
    tokens, (relative, main) = cut("Peru, which closed the border, recalled its envoy.")
    assert (relative.kind, words(tokens, relative.subject)) == ("relative", "Peru")
    assert (main.kind, words(tokens, main.subject)) == ("main", "Peru")


def test_a_condition_is_marked_by_its_word():
    _, (condition, _) = cut("If Peru closes the border, Chile will recall its envoy.")
    assert (condition.kind, condition.mark) == ("subordinate", "if")


def test_passive_negation_and_modal_stand_in_the_verb():
    _, (clause,) = cut("The envoy will not be recalled by Peru.")
    verb = clause.verb
    assert (verb.lemmas, verb.passive, verb.negated, verb.modal) == (("recall",), True, True, "future")
