/** A small policy of tiers with comments and both styles of rows. */
export const tiers = `policy: pay.small
kind: tiers
version: 1
effective: { from: 2026-01-01 } # first day
published: 2025-12-20
title: { en: Small, zh: 小 }
scope: pay
owner: head

by: sales.completion # of the month
base: sales.net
mode: slab
tiers:
  # from low to high
  - { in: "[0% .. 30%)", rate: 0% } # nothing yet
  - in: "[30% .. 60%)" # the middle
    rate: 1%
    cites: [A-1, A-2]
  # the best
  - { in: ">= 60%", rate: 2.5%, rests-on: top }

interpretations:
  - id: top
    clause: A-1
    about: fills
    question: { en: Which?, zh: 哪个？ }
    answer: { en: This., zh: 这个。 }
    status: proposed
`;

export const table = `policy: small.table
kind: table
version: 1
title: { en: Small, zh: 小 }
scope: pay
columns: { age: note.age }
outputs:
  treatment: { title: { en: Treatment, zh: 处理 }, type: note-treatment }
rows:
  - { age: "<= 7 days", treatment: keep, rests-on: x }
  - age: "> 7 days"
    treatment: { value: cancel, rests-on: y }
  - { otherwise: { treatment: { unstated: gap } } }
`;
