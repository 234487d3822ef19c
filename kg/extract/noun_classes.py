"""Words that phrases may name by one word in capitals: {TROOPS}, {WEAPONS}, {DEEDS}, {BAD}: nouns, and adjectives."""

from __future__ import annotations

from kg.extract.judging import BAD, BAD_THINGS, GOOD, GOOD_THINGS
from kg.extract.roles import CITIZENS, OFFICES
from kg.extract.words import noun_forms

__all__ = ["ADJECTIVES", "NOUN_CLASSES"]


def _forms(text: str) -> frozenset[str]:
    return frozenset(form for line in text.split(",") if line.strip() for form in noun_forms(" ".join(line.split())))


_TROOPS = _forms(
    """troop, soldier, force, army, battalion, brigade, regiment, division, contingent, unit, platoon, garrison,
    marine, paratrooper, commando, gendarme, legionnaire, mercenary, militia, militiaman, serviceman, infantry,
    infantryman, combat troop, combat unit, combat force, reinforcement, special force, ground troop, ground force,
    military personnel, task force, squadron, fleet, armour, tank column, air defence unit"""
)
_WEAPONS = _forms(
    """weapon, arms, missile, ballistic missile, cruise missile, rocket, tank, jet, fighter jet, fighter, warplane,
    bomber, helicopter, gunship, drone, gun, rifle, machine gun, ammunition, munition, shell, artillery, howitzer,
    mortar, mine, landmine, bomb, warship, frigate, destroyer, corvette, submarine, patrol boat, patrol vessel,
    gunboat, armoured vehicle, armored vehicle, armoured car, air defence system, air defense system, missile
    system, launcher, torpedo, grenade, explosive, military equipment, fighter plane, combat aircraft, military
    hardware, war materiel, heavy weapon, light weapon, small arms, cluster munition, radar, battery, aircraft
    carrier, cruiser, warhead"""
)
_PEOPLE = (
    CITIZENS | OFFICES | _forms("soldier, policeman, militant, rebel, insurgent, pilot, gunman, fighter, spy, agent")
)
_GOODS = _forms(
    """food, grain, wheat, rice, maize, flour, water, drinking water, fuel, petrol, diesel, oil, crude, gas, coal,
    electricity, medicine, medical equipment, vaccine, tent, blanket, clothes, clothing, fertiliser, fertilizer,
    seed, livestock, cattle, beef, meat, pork, fish, fruit, vegetable, milk, sugar, coffee, tea, cocoa, cotton,
    timber, steel, iron ore, copper, aluminium, cement, uranium, gold, diamond, wine, canola, soybean, palm oil,
    textile, car, truck, lorry, vehicle, bus, tractor, locomotive, aircraft, airliner, plane, boat, vessel,
    equipment, machinery, computer, chip, semiconductor, generator, supplies, medical supplies, relief supplies,
    goods, commodity"""
)
_MONEY = _forms(
    """million, billion, trillion, dollar, euro, pound, yen, yuan, rouble, ruble, rupee, franc, mark, krone, peso,
    money, cash, fund, funding, loan, credit, grant"""
)
_MEDIA = _forms(
    """newspaper, daily, weekly, magazine, broadcaster, channel, television channel, television station, tv station, tv
    channel, radio station, news agency, news website, website, publication, paper, media outlet, news outlet"""
)
_DEEDS = _forms(
    """decision, move, action, act, step, measure, plan, policy, stance, position, refusal, failure, withdrawal,
    announcement, launch, missile launch, test, nuclear test, attack, raid, strike, bombing, shelling, killing,
    execution, arrest, detention, jailing, expulsion, closure, sale, purchase, deployment, annexation, occupation,
    invasion, incursion, aggression, blockade, boycott, law, bill, decree, ruling, verdict, sentence, vote,
    referendum, signing, statement, remark, comment, speech, lawsuit, exercise, military exercise, drill, manoeuvre,
    build-up, buildup, behaviour, behavior, conduct, treatment, handling, crackdown, silence, delay, interference,
    intervention, meddling, violation, breach, recognition, deal, pact, agreement, accord, collapse, cancellation,
    suspension, postponement, resumption, seizure, assassination, imprisonment, deportation, outcome, rhetoric, quota,
    project, programme, program, base, dam, reactor, wall, settlement, settlement building, election, coup, response,
    reaction, approach, proposal, demand, resolution, reply,
    answer, request, offer, claim, allegation, charge, accusation,
    conditions, sanction, tariff, embargo, ban, restriction, veto, use of force"""
)
ADJECTIVES: dict[str, frozenset[str]] = {"BAD": BAD, "GOOD": GOOD}
"""The words of a class that tell as much before another noun: "an illegal act"."""
NOUN_CLASSES: dict[str, frozenset[str]] = {
    "TROOPS": _TROOPS, "WEAPONS": _WEAPONS, "PEOPLE": _PEOPLE, "GOODS": _GOODS, "MONEY": _MONEY,
    "MEDIA": _MEDIA, "DEEDS": _DEEDS, "BAD": BAD | _forms(",".join(BAD_THINGS)),
    "GOOD": GOOD | _forms(",".join(GOOD_THINGS)), "NATIONALS": _forms("national"),
}  # fmt: skip
