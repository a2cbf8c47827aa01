-- small, revision 1, as in force on 2026-10-31. Written by “bylaw emit sql --dialect clickhouse”: do not edit.
--
-- The table has one column for each fact, NULL where it is not given. Percentages are ratios (30% is 0.3); amounts stand in their
-- base unit (the currency, the unit, days, months, minutes), members and posts by their names, times as 17:00:00, moments as
-- 2027-01-20T09:00:00. A number that its column would round was lost before any rule saw it: keep the decimals stated here.
-- Date32 holds 1900-01-01 to 2299-12-31 and moves other days there without a word: these two are too-large.
--   day · x · 某: Nullable(Date32)
--
-- Each decision has a value, a status (determined, undetermined, not-applicable, error, or too-large where a number outgrows
-- what is computed here and the engine must be asked) and flags: what the value rests on.
--   days.after-a-month · after-a-month · after-a-month · v1 · S-1
CREATE VIEW "results" AS
WITH
layer0 AS (
  SELECT
    "day" AS f1,
    "person" AS f25
  FROM "facts"
),
layer1 AS (
  SELECT
    f1, f25,
    CASE
      WHEN f1 BETWEEN toDate32('1900-01-01') AND toDate32('2299-12-31') THEN toInt64(toInt32(f1)) + 719468
    END AS c2
  FROM layer0
),
layer2 AS (
  SELECT
    f1, f25,
    CASE WHEN c2 BETWEEN 306 AND 3652364 THEN c2 END AS c3
  FROM layer1
),
layer3 AS (
  SELECT
    c3, f25,
    CASE
      WHEN f1 IN (toDate32('1900-01-01'), toDate32('2299-12-31')) THEN 4
      ELSE CASE WHEN f1 IS NOT NULL AND c3 IS NULL THEN 3 ELSE 0 END
    END AS c4,
    intDiv(c3, 146097) AS c5
  FROM layer2
),
layer4 AS (
  SELECT
    c3, c4, c5, f25,
    c3 - (c5 * 146097) AS c6
  FROM layer3
),
layer5 AS (
  SELECT
    c3, c4, c5, c6, f25,
    intDiv(((c6 + ((intDiv(c6, 36524) - intDiv(c6, 1460)) + intDiv(c6, 146096))) - (intDiv(c6, 146096) * 2)), 365) AS c7
  FROM layer4
),
layer6 AS (
  SELECT
    c3, c4, c5, c7, f25,
    c6 - (((c7 * 365) + intDiv(c7, 4)) - intDiv(c7, 100)) AS c8
  FROM layer5
),
layer7 AS (
  SELECT
    c3, c4, c5, c7, c8, f25,
    intDiv(((c8 * 5) + 2), 153) AS c9
  FROM layer6
),
layer8 AS (
  SELECT
    c3, c4, c5, c7, f25,
    c9 + CASE WHEN c9 < 10 THEN 3 ELSE -9 END AS c10,
    (c8 - intDiv(((c9 * 153) + 2), 5)) + 1 AS c12
  FROM layer7
),
layer9 AS (
  SELECT
    c3, c4, c10, c12, f25,
    (c5 * 400) + c7 + CASE WHEN c10 <= 2 THEN 1 ELSE 0 END AS c11
  FROM layer8
),
layer10 AS (
  SELECT
    c3, c4, c12, f25,
    ((c11 * 12) + c10) + (CAST(CASE WHEN 1 BETWEEN (-400000000000) AND 400000000000 THEN 1 END AS Nullable(Int64)) - 1) AS c13
  FROM layer9
),
layer11 AS (
  SELECT
    c3, c4, c12, f25,
    CASE WHEN c13 BETWEEN 12 AND 119999 THEN c13 END AS c14
  FROM layer10
),
layer12 AS (
  SELECT
    c3, c4, c12, c14, f25,
    intDiv(c14, 12) AS c15
  FROM layer11
),
layer13 AS (
  SELECT
    c3, c4, c12, c15, f25,
    (c14 - (c15 * 12)) + 1 AS c16
  FROM layer12
),
layer14 AS (
  SELECT
    c3, c4, c12, c16, f25,
    CASE
      WHEN c16 = 2 AND ((modulo(c15, 4) = 0) AND ((modulo(c15, 100) = 0) = FALSE OR (modulo(c15, 400) = 0))) THEN 29
      WHEN c16 = 2 THEN 28
      WHEN c16 IN (4, 6, 9, 11) THEN 30
      ELSE 31
    END AS c17,
    c15 - CASE WHEN c16 > 2 THEN 0 ELSE 1 END AS c19
  FROM layer13
),
layer15 AS (
  SELECT
    c3, c4, c16, c19, f25,
    CASE WHEN c12 <= c17 THEN c12 ELSE c17 END AS c18
  FROM layer14
),
layer16 AS (
  SELECT
    c3, c4, f25,
    ((((c19 * 365) + intDiv(c19, 4)) - intDiv(c19, 100)) + intDiv(c19, 400)) + intDiv((((c16 + CASE WHEN c16 > 2 THEN -3 ELSE 9 END) * 153) + 2), 5) + c18 - 1 AS c20
  FROM layer15
),
layer17 AS (
  SELECT
    c3, c4, f25,
    CASE WHEN c20 BETWEEN 306 AND 3652364 THEN c20 END AS c21
  FROM layer16
),
layer18 AS (
  SELECT
    c21, f25,
    GREATEST(c4, CASE WHEN c21 IS NULL AND c3 IS NOT NULL AND 1 IS NOT NULL THEN 3 ELSE 0 END) AS c22
  FROM layer17
),
layer19 AS (
  SELECT
    c21, f25,
    CASE
      WHEN c22 <> 0 THEN c22
      WHEN (c21 IS NOT NULL) AND (c21 NOT BETWEEN 693901 AND 839997) THEN 4
      ELSE 0
    END AS c23
  FROM layer18
),
layer20 AS (
  SELECT
    c21, c23, f25,
    (c23 = 0) AND (c21 IS NOT NULL) AS c24
  FROM layer19
)
SELECT
  f25 AS "person",
  CASE WHEN c24 THEN toDate32(toInt32((c21 - 719468))) END AS "days.after-a-month",
  CASE
    WHEN c23 = 4 THEN 'too-large'
    WHEN c23 = 3 THEN 'error'
    WHEN c21 IS NULL THEN 'undetermined'
    ELSE 'determined'
  END AS "days.after-a-month.status",
  '' AS "days.after-a-month.flags"
FROM layer20
SETTINGS short_circuit_function_evaluation = 'disable';
