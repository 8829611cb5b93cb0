"""The closed word lists of the case format. Values are the English words; Dutch stands in vocabulary.toml."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    ANIMAL = "animal"
    PLACE = "place"


class Circle(StrEnum):
    """Where someone comes from in a life (Kruijswijk et al., 2014: composition); order = order of the map."""

    FAMILY = "family"
    FRIENDS = "friends"
    ACQUAINTANCES = "acquaintances"
    COLLEAGUES = "colleagues"
    FORMER_COLLEAGUES = "former-colleagues"
    NEIGHBOURS = "neighbours"
    PEERS = "peers"
    ASSOCIATION = "association"
    FAITH = "faith"
    SCHOOL = "school"
    WORK = "work"
    SERVICES = "services"
    VOLUNTEER = "volunteer"
    PROFESSIONAL = "professional"
    ONLINE = "online"
    OTHER = "other"


class Belongs(StrEnum):
    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Ring(StrEnum):
    """Closeness as the person sees it (the convoy's three circles, and the edge)."""

    INNER = "inner"
    MIDDLE = "middle"
    OUTER = "outer"
    EDGE = "edge"


class Since(StrEnum):
    ALWAYS = "always"
    YOUTH = "youth"


class Frequency(StrEnum):
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    FEW_TIMES_A_YEAR = "few-times-a-year"
    RARELY = "rarely"
    VARYING = "varying"


class State(StrEnum):
    ACTIVE = "active"
    FADED = "faded"
    BROKEN = "broken"
    UNCERTAIN = "uncertain"


class Time(StrEnum):
    AMPLE = "ample"
    TIGHT = "tight"
    NONE = "none"
    VARYING = "varying"


class Strength(StrEnum):
    """First of the three dimensions of a tie (Hartman, 1978); never one axis with the other two."""

    STRONG = "strong"
    ORDINARY = "ordinary"
    WEAK = "weak"


class Tension(StrEnum):
    """Second dimension: whether the tie is stressful. A strong tie can be."""

    NO = "no"
    SOMETIMES = "sometimes"
    OFTEN = "often"


class Energy(StrEnum):
    """Third dimension, seen from the centre: `gives` flows to the centre, `costs` away from it."""

    GIVES = "gives"
    COSTS = "costs"
    BOTH = "both"
    NONE = "none"


class Exchange(StrEnum):
    """Direction of support, seen from the centre."""

    RECEIVES = "receives"
    GIVES = "gives"
    BOTH = "both"


class Bond(StrEnum):
    """How two people around know each other. `none`: they do not. Leaving a pair out says nothing."""

    GOOD = "good"
    ORDINARY = "ordinary"
    SUPERFICIAL = "superficial"
    BROKEN = "broken"
    NONE = "none"


class Sign(StrEnum):
    """Genogram symbol in the centre; never required."""

    MAN = "man"
    WOMAN = "woman"
    OTHER = "other"


class Present(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Possible(StrEnum):
    YES = "yes"
    NO = "no"
    SOMETIMES = "sometimes"


class Audience(StrEnum):
    """For whom something is meant, from narrow to wide."""

    INTERNAL = "internal"
    PROFESSIONAL = "professional"
    PUBLIC = "public"

    @property
    def width(self) -> int:
        """0 for the narrowest. A case goes to an audience no wider than the one it was meant for."""
        return list(Audience).index(self)


class Origin(StrEnum):
    FICTIONAL = "fictional"
    COMPOSITE = "composite"
    REAL = "real"


class ConsentBy(StrEnum):
    CLIENT = "client"
    LEGAL_REPRESENTATIVE = "legal-representative"
    BOTH = "both"
    NOT_APPLICABLE = "not-applicable"


class DilemmaType(StrEnum):
    """The sixteen thresholds and dilemmas (Kruijswijk & Witteveen; Linders, 2010), and one's own."""

    BAD_EXPERIENCE = "bad-experience"
    SHAME_PRIDE = "shame-pride"
    NOT_A_BURDEN = "not-a-burden"
    SELF_RELIANCE = "self-reliance"
    DISTURBED_RELATION = "disturbed-relation"
    DOUBTING_THE_HELP = "doubting-the-help"
    RECIPROCITY_DEBT = "reciprocity-debt"
    RELUCTANCE_TO_ACCEPT = "reluctance-to-accept"
    RELUCTANCE_TO_OFFER = "reluctance-to-offer"
    OVERBURDENED_CARER = "overburdened-carer"
    MORAL_PRESSURE = "moral-pressure"
    OPPRESSIVE_DENSITY = "oppressive-density"
    BLURRED_BOUNDARY = "blurred-boundary"
    AVOIDED_NETWORK = "avoided-network"
    RED_TAPE = "red-tape"
    INSTRUMENTAL_GAZE = "instrumental-gaze"
    OTHER = "other"


class EditionKind(StrEnum):
    """What is made of cases for readers of its own."""

    GUIDE = "guide"
    CASE_STUDY = "case-study"
    CONVERSATION = "conversation"
    BRIEFING = "briefing"


class ConversationForm(StrEnum):
    """How people talk about a case together."""

    IN_DEPTH = "in-depth"
    MORAL = "moral"
    INTERVISION = "intervision"


class CouncilRole(StrEnum):
    """The three roles of a municipal council in the Netherlands."""

    REPRESENT = "represent"
    FRAME = "frame"
    CONTROL = "control"
