-- small, revision 1, as in force on 2026-10-31. Written by “bylaw emit sql --dialect duckdb”: do not edit.
--
-- The table has one column for each fact, NULL where it is not given. Percentages are ratios (30% is 0.3); amounts stand in their
-- base unit (the currency, the unit, days, months, minutes), members and posts by their names, times as 17:00:00, moments as
-- 2027-01-20T09:00:00. A number that its column would round was lost before any rule saw it: keep the decimals stated here.
--   ordered · x · 某: DECIMAL(18, 4)
--   target · x · 某: DECIMAL(18, 4)
--
-- Each decision has a value, a status (determined, undetermined, not-applicable, error, or too-large where a number outgrows
-- what is computed here and the engine must be asked) and flags: what the value rests on.
--   quotient.even · even · even · v1 · S-1
CREATE VIEW "results" AS
WITH
layer0 AS (
  SELECT
    "ordered" AS f1,
    "target" AS f5,
    "person" AS f19
  FROM "facts"
),
layer1 AS (
  SELECT
    f1, f5, f19,
    CASE WHEN f1 BETWEEN 0.00 AND 10000000000000.00 THEN CAST(f1 AS DECIMAL(16, 2)) END AS c2,
    CASE WHEN f5 BETWEEN (-10000000000000.00) AND 10000000000000.00 THEN CAST(f5 AS DECIMAL(16, 2)) END AS c6
  FROM layer0
),
layer2 AS (
  SELECT
    f1, f5, f19,
    -- ordered · x · 某
    CASE WHEN c2 = f1 THEN CAST(c2 * CAST(100 AS DECIMAL(3, 0)) AS BIGINT) END AS c3,
    -- target · x · 某
    CASE WHEN c6 = f5 THEN CAST(c6 * CAST(100 AS DECIMAL(3, 0)) AS BIGINT) END AS c7
  FROM layer1
),
layer3 AS (
  SELECT
    f19,
    CASE WHEN f1 IS NULL OR c3 IS NOT NULL THEN 0 WHEN f1 >= 10000000000000.01 THEN 4 ELSE 3 END AS c4,
    CASE WHEN f5 IS NULL OR c7 IS NOT NULL THEN 0 ELSE 4 END AS c8,
    CASE WHEN c7 > 0 THEN c3 END AS c9,
    CASE WHEN c7 > 0 THEN c7 END AS c10
  FROM layer2
),
layer4 AS (
  SELECT
    c10, f19,
    c9 * 100 AS c11,
    GREATEST(c4, c8) AS c17
  FROM layer3
),
layer5 AS (
  SELECT
    c10, c11, c17, f19,
    abs(c11) AS c12
  FROM layer4
),
layer6 AS (
  SELECT
    c10, c11, c17, f19,
    c12 // c10 AS c13,
    (c12 % c10) * 2 AS c14
  FROM layer5
),
layer7 AS (
  SELECT
    c11, c17, f19,
    c13 + CASE WHEN c14 > c10 THEN 1 WHEN c14 = c10 THEN c13 % 2 ELSE 0 END AS c15
  FROM layer6
),
layer8 AS (
  SELECT
    c17, f19,
    -- quotient.even · even · even · v1 · S-1
    CASE WHEN c11 < 0 THEN -c15 ELSE c15 END AS c16
  FROM layer7
),
layer9 AS (
  SELECT
    c16, c17, f19,
    (c17 = 0) AND (c16 IS NOT NULL) AS c18
  FROM layer8
)
SELECT
  f19 AS "person",
  CASE WHEN c18 THEN CAST(c16 AS DECIMAL(18, 0)) * 0.01 END AS "quotient.even",
  CASE
    WHEN c17 = 4 THEN 'too-large'
    WHEN c17 = 3 THEN 'error'
    WHEN c16 IS NULL THEN 'undetermined'
    ELSE 'determined'
  END AS "quotient.even.status",
  '' AS "quotient.even.flags"
FROM layer9;
