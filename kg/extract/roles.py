"""Nouns that stand for people, organs or forces of an actor: "minister", "delegation", "warplanes"; words only."""

from __future__ import annotations

from kg.extract.words import noun_forms

__all__ = [
    "ACTING",
    "CITIZENS",
    "CROWDS",
    "DELEGATES",
    "FORCES",
    "OFFICES",
    "ORGANS",
    "POLITICAL",
    "ROLE_NOUNS",
    "SOURCES",
    "SPEAKING",
    "TARGETS",
]


def _forms(text: str) -> frozenset[str]:
    return frozenset(form for line in text.split(",") if line.strip() for form in noun_forms(" ".join(line.split())))


OFFICES = _forms(
    """president, premier, minister, chancellor, king, queen, emir, sultan, prince, princess, monarch, pope, leader,
    ruler, secretary, ambassador, envoy, diplomat, consul, attaché, attache, commissioner, official, officer,
    spokesman, spokeswoman, spokesperson, negotiator, delegate, representative, lawmaker, legislator, senator,
    congressman, congresswoman, mp, general, admiral, colonel, commander, chief, head, adviser, advisor, aide,
    governor, mayor, judge, prosecutor, politician, dictator, strongman, counterpart, deputy, chairman, chair,
    director, speaker, ayatollah, cleric, warlord, chargé, statesman, mediator, undersecretary, pm, dignitary,
    expert, emissary, inspector, investigator, candidate, successor, predecessor, son, daughter, wife, brother,
    interlocutor, empress, emperor, shah, pontiff, taoiseach, caliph, duke, duchess, regent, sheikh, captain, consort"""
)
DELEGATES = _forms("delegation, mission, team, side, partner, party, leadership, entourage, contingent, camp")
ORGANS = _forms(
    """government, administration, regime, junta, authorities, authority, ministry, parliament, cabinet, court, embassy,
    consulate, intelligence, agency, senate, congress, assembly, council, commission, state, country, nation,
    power, monarchy, republic, ally, neighbour, neighbor, opponent, rival, foe, adversary, bloc, coalition,
    alliance, kingdom, tribunal, department, supreme court, treasury, watchdog, regulator, legislature, house,
    kremlin, capital, group, organisation, organization, movement, faction, opposition, member, union, body,
    bank, company, firm, office, institution, superpower, emirate, sultanate, quartet, trio"""
)
FORCES = _forms(
    """army, military, forces, force, troops, troop, soldier, police, navy, air force, warplane, jet, plane, aircraft,
    fighter, gunner, warship, ship, vessel, tank, guard, border guard, marine, commando, brigade, battalion,
    pilot, rebel, insurgent, militant, gunman, militia, separatist, guerrilla, guerilla, terrorist, paratrooper,
    coast guard, coastguard, submarine, helicopter, drone, missile, artillery, bomber, regiment, patrol, security
    forces, mercenary, extremist, jihadist, islamist, attacker, loyalist, combatant, unit, squadron, fleet,
    frigate, agent, spy, peacekeeper, hacker"""
)
CITIZENS = _forms(
    """protester, demonstrator, worker, student, people, citizen, national, migrant, refugee, fisherman, reporter,
    journalist, prisoner, civilian, man, woman, activist, villager, farmer, resident, tourist, sailor, crew,
    hostage, detainee, child, doctor, lawyer, academic, businessman, driver, family, muslim, christian, jew,
    immigrant, voter, dissident, exile, scientist, engineer, athlete, trader, captive, editor, writer, blogger,
    priest, monk, settler, employee, staff, suspect, offender, criminal, smuggler, trafficker, victim, survivor,
    nurse, ceo, tycoon, oligarch, billionaire, banker, investor, donor, tribe, clan, labourer, laborer, miner,
    passenger, troop, teacher, convict, inmate, defendant, organiser, organizer, campaigner, marcher, striker,
    rioter, official, kurd, person, individual, expat, evacuee, deserter, defector, whistleblower, hacker, fan,
    lecturer, professor, magistrate, scholar, pensioner, shopkeeper, trader, vendor, herder, nomad, clerk, policeman,
    militiaman, serviceman, physician, pharmacist, preacher, missionary, rabbi, trade unionist, unionist, peasant,
    creditor, lender, colleague, detective, exporter, importer, railwayman, steelworker, trucker, manufacturer, grower,
    tradesman, pilgrim, imam, bishop, minority, community, population, youth, teenager, girl, boy, crowd, supporter,
    critic, lawyers, expatriate"""
)
SOURCES = _forms("source, insider, witness")
_FIGHTING = _forms(
    """army, military, troop, rebel, militant, insurgent, separatist, gunman, militia, guerrilla, terrorist,
    protester, demonstrator, jihadist, islamist, fighter, migrant, refugee, opposition"""
)
CROWDS = _forms(
    """worker, union, trade union, teacher, nurse, doctor, student, miner, farmer, driver, employee, lawyer, activist,
    campaigner, protester, demonstrator, striker, resident, villager, prisoner, inmate, detainee, opposition, party,
    group, movement, monk, supporter, marcher, refugee, migrant, settler, veteran, physician, pilot, civil servant"""
)
"""Who strikes and protests: told even where neither they nor those they act against are known by name."""
POLITICAL = OFFICES | ORGANS | _FIGHTING
"""Heads that make an event political even where no state is named."""
ACTING = FORCES | _forms(
    """government, administration, regime, junta, authorities, ministry, parliament, cabinet, court, senate, congress,
    tribunal, legislature, opposition, judge, prosecutor, faction, protester, demonstrator, activist, campaigner,
    marcher, rioter, dissident, settler, security forces, militiaman, bomber, insurgency, pirate, armed men,
    coup plotter, president, prime minister, premier, king, ayatollah, warlord, lawmaker, minister, governor,
    commander"""
) - _forms(
    "ship, plane, aircraft, jet, vessel, unit, helicopter, pilot, agent, guard, submarine"
)  # others have them too
"""Heads of those who act in politics and war though the text names no state, body or group."""
TARGETS = _forms(
    """village, town, city, mosque, church, synagogue, temple, school, hospital, university, camp, base, airport, port,
    headquarters, building, compound, convoy, checkpoint, outpost, tanker, boat, trawler, airliner, newspaper,
    broadcaster, channel, network, charity, ngo, factory, plant, refinery, pipeline, facility, airline, website,
    app, home, house, enclave, stronghold, position, garrison, barracks, market, district, neighbourhood,
    neighborhood, province, region, territory, capital, prison, club, association, foundation, federation,
    congregation, hideout, airfield, suburb, depot, warehouse, bunker, tunnel, trench, hotel, dam, reactor, palace,
    monastery, shrine, cathedral, clinic, restaurant, bridge, power station, power plant, oil field, substation"""
)
"""What is bombed, seized, banned or sued without being anybody: told as a described party of the other side."""
ROLE_NOUNS = OFFICES | DELEGATES | ORGANS | FORCES | CITIZENS | SOURCES
_VOICES = _forms("army, military, police, rebel, navy, statement, report, newspaper, agency")
SPEAKING = OFFICES | ORGANS | SOURCES | DELEGATES | _VOICES
