"""What a shop's PC and head office say to each other: the only thing both sides import.

Changes of the wire (the number is `PROTO`; an older number is still understood, see sync.md 2.11):

1. First protocol: push, pull, snapshot, buckets, look-up, enrolment. Since then, for either side
   to leave out: `standing`, `life` and `erased`, by which a head office or a PC that was put back
   to an older state is told what it has forgotten; `/v1/return`; `watchword` in a pull, by which
   two copies of one PC are noticed; `stamps` in a push, one for all acts of a session, and
   `behind`, of a slow clock; and `stubs` in a listing and `said` in a push's answer. From schema 8
   on a scope's sums tell stubs from whole rows. Head office gives an older PC the sums and answers
   that it knows: it is updated before the PCs.
"""
