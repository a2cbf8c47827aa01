-- small, revision 1, as in force on 2026-10-31. Written by “bylaw emit sql --dialect clickhouse”: do not edit.
--
-- The table has one column for each fact, NULL where it is not given. Percentages are ratios (30% is 0.3); amounts stand in their
-- base unit (the currency, the unit, days, months, minutes), members and posts by their names, times as 17:00:00, moments as
-- 2027-01-20T09:00:00. A number that its column would round was lost before any rule saw it: keep the decimals stated here.
-- Date32 holds 1900-01-01 to 2299-12-31 and moves other days there without a word: these two are too-large.
--   free · x · 某: Nullable(Decimal(38, 8))
--
-- Each decision has a value, a status (determined, undetermined, not-applicable, error, or too-large where a number outgrows
-- what is computed here and the engine must be asked) and flags: what the value rests on.
--   graduated.amount · Amount · 金额 · v1 · S-1
CREATE VIEW "results" AS
WITH
layer0 AS (
  SELECT
    "free" AS f1,
    "person" AS f14
  FROM "facts"
),
layer1 AS (
  SELECT
    f1, f14,
    CASE
      WHEN f1 BETWEEN toDecimal128('-10000000000000.00', 2) AND toDecimal128('10000000000000.00', 2) THEN toDecimal256(f1, 2)
    END AS c2
  FROM layer0
),
layer2 AS (
  SELECT
    f1, f14,
    -- free · x · 某
    CASE WHEN c2 = f1 THEN toInt64(toInt256(c2 * toDecimal256('100', 0))) END AS c3
  FROM layer1
),
layer3 AS (
  SELECT
    c3, f14,
    CASE WHEN f1 IS NULL OR c3 IS NOT NULL THEN 0 ELSE 4 END AS c4,
    c3 > 0 AS c5,
    c3 > 300000 AS c6,
    c3 > 1200001 AS c7,
    COALESCE(((c3 >= 0) AND (c3 <= 300000)) OR ((c3 > 300000) AND (c3 <= 1200001)) OR (c3 > 1200001), FALSE) AS c8
  FROM layer2
),
layer4 AS (
  SELECT
    c4, f14,
    CAST(CASE
      WHEN c8 THEN (CAST(CAST(CASE WHEN c5 THEN 3 * CASE WHEN c3 <= 300000 THEN c3 WHEN 300000 <= c3 THEN 300000 END ELSE 0 END AS Nullable(Int64)) + (CAST(CASE
        WHEN c6 THEN CASE WHEN c3 <= 1200001 THEN c3 WHEN 1200001 <= c3 THEN 1200001 END - 300000
        ELSE 0
      END AS Nullable(Int64)) * 10) AS Nullable(Int256)) * CAST(1000 AS Nullable(Int256))) + CAST(CASE
        WHEN c7 THEN CAST(33333 AS Nullable(Int256)) * CAST(c3 - 1200001 AS Nullable(Int256))
        ELSE 0
      END AS Nullable(Int256))
    END AS Nullable(Int256)) AS c9
  FROM layer3
),
layer5 AS (
  SELECT
    c4, c9, f14,
    abs(c9) AS c10
  FROM layer4
),
layer6 AS (
  SELECT
    c4, c9, f14,
    CAST(intDiv(((c10 * CAST(2 AS Nullable(Int256))) + CAST(100000 AS Nullable(Int256))), 200000) AS Nullable(Int64)) AS c11
  FROM layer5
),
layer7 AS (
  SELECT
    c4, f14,
    -- graduated.amount · Amount · 金额 · v1 · S-1
    CASE WHEN c9 < 0 THEN -c11 ELSE c11 END AS c12
  FROM layer6
),
layer8 AS (
  SELECT
    c4, c12, f14,
    (c4 = 0) AND (c12 IS NOT NULL) AS c13
  FROM layer7
)
SELECT
  f14 AS "person",
  CASE WHEN c13 THEN toDecimal256(c12, 0) * toDecimal256('0.01', 2) END AS "graduated.amount",
  CASE
    WHEN c4 = 4 THEN 'too-large'
    WHEN c4 = 3 THEN 'error'
    WHEN c12 IS NULL THEN 'undetermined'
    ELSE 'determined'
  END AS "graduated.amount.status",
  '' AS "graduated.amount.flags"
FROM layer8
SETTINGS short_circuit_function_evaluation = 'disable';
