-- small, revision 1, as in force on 2026-10-31. Written by “bylaw emit sql --dialect postgres”: do not edit.
--
-- The table has one column for each fact, NULL where it is not given. Percentages are ratios (30% is 0.3); amounts stand in their
-- base unit (the currency, the unit, days, months, minutes), members and posts by their names, times as 17:00:00, moments as
-- 2027-01-20T09:00:00. A number that its column would round was lost before any rule saw it: keep the decimals stated here.
--   ordered · x · 某: numeric(38, 8)
--   target · x · 某: numeric(38, 8)
--
-- Each decision has a value, a status (determined, undetermined, not-applicable, error, or too-large where a number outgrows
-- what is computed here and the engine must be asked) and flags: what the value rests on.
--   quotient.even · even · even · v1 · S-1
CREATE VIEW "results" AS
SELECT
  given."person",
  decided.*
FROM "facts" AS given
CROSS JOIN LATERAL (
  WITH
  layer0 AS (
    SELECT
      given."ordered" AS f1,
      given."target" AS f4
    OFFSET 0
  ),
  layer1 AS (
    SELECT
      f1, f4,
      -- ordered · x · 某
      CASE
        WHEN (f1 BETWEEN 0.00 AND 10000000000000.00) AND (min_scale(f1) <= 2) THEN CAST(f1 * 100 AS bigint)
      END AS c2,
      -- target · x · 某
      CASE
        WHEN (f4 BETWEEN (-10000000000000.00) AND 10000000000000.00) AND (min_scale(f4) <= 2) THEN CAST(f4 * 100 AS bigint)
      END AS c5
    FROM layer0 OFFSET 0
  ),
  layer2 AS (
    SELECT
      CASE WHEN f1 IS NULL OR c2 IS NOT NULL THEN 0 WHEN f1 >= 10000000000000.01 THEN 4 ELSE 3 END AS c3,
      CASE WHEN f4 IS NULL OR c5 IS NOT NULL THEN 0 ELSE 4 END AS c6,
      CASE WHEN c5 > 0 THEN c2 END AS c7,
      CASE WHEN c5 > 0 THEN c5 END AS c8
    FROM layer1 OFFSET 0
  ),
  layer3 AS (
    SELECT
      c8,
      c7 * 100 AS c9,
      GREATEST(c3, c6) AS c15
    FROM layer2 OFFSET 0
  ),
  layer4 AS (
    SELECT
      c8, c9, c15,
      abs(c9) AS c10
    FROM layer3 OFFSET 0
  ),
  layer5 AS (
    SELECT
      c8, c9, c15,
      c10 / c8 AS c11,
      (c10 % c8) * 2 AS c12
    FROM layer4 OFFSET 0
  ),
  layer6 AS (
    SELECT
      c9, c15,
      c11 + CASE WHEN c12 > c8 THEN 1 WHEN c12 = c8 THEN c11 % 2 ELSE 0 END AS c13
    FROM layer5 OFFSET 0
  ),
  layer7 AS (
    SELECT
      c15,
      -- quotient.even · even · even · v1 · S-1
      CASE WHEN c9 < 0 THEN -c13 ELSE c13 END AS c14
    FROM layer6 OFFSET 0
  ),
  layer8 AS (
    SELECT
      c14, c15,
      (c15 = 0) AND (c14 IS NOT NULL) AS c16
    FROM layer7 OFFSET 0
  )
  SELECT
    CASE WHEN c16 THEN CAST(c14 AS numeric) * 0.01 END AS "quotient.even",
    CASE
      WHEN c15 = 4 THEN 'too-large'
      WHEN c15 = 3 THEN 'error'
      WHEN c14 IS NULL THEN 'undetermined'
      ELSE 'determined'
    END AS "quotient.even.status",
    '' AS "quotient.even.flags"
  FROM layer8
) AS decided;
