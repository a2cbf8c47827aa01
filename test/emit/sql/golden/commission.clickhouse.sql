-- e-commerce, revision 1, as in force on 2026-10-31. Written by “bylaw emit sql --dialect clickhouse”: do not edit.
--
-- The table has one column for each fact, NULL where it is not given. Percentages are ratios (30% is 0.3); amounts stand in their
-- base unit (the currency, the unit, days, months, minutes), members and posts by their names, times as 17:00:00, moments as
-- 2027-01-20T09:00:00. A number that its column would round was lost before any rule saw it: keep the decimals stated here.
-- Date32 holds 1900-01-01 to 2299-12-31 and moves other days there without a word: these two are too-large.
--   sales.completion · Completion of the sales target · 销售目标完成率: Nullable(Decimal(38, 12))
--   sales.ordered · Orders of the month over all shops · 当月全部店铺下单金额: Nullable(Decimal(38, 8))
--   sales.returned · Returned goods of the month · 当月退货金额: Nullable(Decimal(38, 8))
--   sales.target · Sales target of the month · 当月销售目标: Nullable(Decimal(38, 8))
--
-- Each decision has a value, a status (determined, undetermined, not-applicable, error, or too-large where a number outgrows
-- what is computed here and the engine must be asked) and flags: what the value rests on.
--   commission.head.amount · Amount · 金额 · v1 · O-1.3.3.3
CREATE VIEW "results" AS
WITH
layer0 AS (
  SELECT
    "sales.completion" AS f1,
    "sales.ordered" AS f5,
    "sales.returned" AS f9,
    "sales.target" AS f18,
    "person" AS f39
  FROM "facts"
),
layer1 AS (
  SELECT
    f1, f5, f9, f18, f39,
    CASE
      WHEN f1 BETWEEN toDecimal128('0.000000', 6) AND toDecimal128('1000000000.000000', 6) THEN toDecimal256(f1, 6)
    END AS c2,
    CASE
      WHEN f5 BETWEEN toDecimal128('0.00', 2) AND toDecimal128('10000000000000.00', 2) THEN toDecimal256(f5, 2)
    END AS c6,
    CASE
      WHEN f9 BETWEEN toDecimal128('0.00', 2) AND toDecimal128('10000000000000.00', 2) THEN toDecimal256(f9, 2)
    END AS c10,
    CASE
      WHEN f18 BETWEEN toDecimal128('0.01', 2) AND toDecimal128('10000000000000.00', 2) THEN toDecimal256(f18, 2)
    END AS c19
  FROM layer0
),
layer2 AS (
  SELECT
    f1, f5, f9, f18, f39,
    -- sales.completion · Completion of the sales target · 销售目标完成率
    CASE WHEN c2 = f1 THEN toInt64(toInt256(c2 * toDecimal256('1000000', 0))) END AS c3,
    -- sales.ordered · Orders of the month over all shops · 当月全部店铺下单金额
    CASE WHEN c6 = f5 THEN toInt64(toInt256(c6 * toDecimal256('100', 0))) END AS c7,
    -- sales.returned · Returned goods of the month · 当月退货金额
    CASE WHEN c10 = f9 THEN toInt64(toInt256(c10 * toDecimal256('100', 0))) END AS c11,
    -- sales.target · Sales target of the month · 当月销售目标
    CASE WHEN c19 = f18 THEN toInt64(toInt256(c19 * toDecimal256('100', 0))) END AS c20
  FROM layer1
),
layer3 AS (
  SELECT
    f1, c3, c7, c11, c20, f39,
    CASE
      WHEN f1 IS NULL OR c3 IS NOT NULL THEN 0
      WHEN f1 >= toDecimal128('1000000000.000001', 6) THEN 4
      WHEN f1 <= toDecimal128('-0.000001', 6) THEN 3
      ELSE 4
    END AS c4,
    CASE
      WHEN f5 IS NULL OR c7 IS NOT NULL THEN 0
      WHEN f5 >= toDecimal128('10000000000000.01', 2) THEN 4
      ELSE 3
    END AS c8,
    CASE
      WHEN f9 IS NULL OR c11 IS NOT NULL THEN 0
      WHEN f9 >= toDecimal128('10000000000000.01', 2) THEN 4
      ELSE 3
    END AS c12,
    c7 >= c11 AS c13,
    CASE
      WHEN f18 IS NULL OR c20 IS NOT NULL THEN 0
      WHEN f18 >= toDecimal128('10000000000000.01', 2) THEN 4
      ELSE 3
    END AS c21,
    CASE WHEN c20 > 0 THEN c20 END AS c23
  FROM layer2
),
layer4 AS (
  SELECT
    f1, c3, c4, c7, c8, c11, c12, c13, c20, c21, c23, f39,
    GREATEST(c8, c12) AS c14,
    CAST(CASE WHEN f1 IS NOT NULL THEN 1 ELSE c23 END AS Nullable(Int64)) AS c25
  FROM layer3
),
layer5 AS (
  SELECT
    f1, c3, c4, c20, c21, c23, c25, f39,
    -- sales.net · Net sales · 净销售额 · v1 · O-1.3.3a, O-1.3.3c
    CAST(CASE WHEN c14 <> 0 THEN NULL WHEN c13 IS NULL THEN NULL WHEN c13 THEN c7 - c11 ELSE 0 END AS Nullable(Int64)) AS c15,
    CASE WHEN c14 <> 0 THEN c14 WHEN c13 IS NULL THEN 0 WHEN c13 THEN GREATEST(c8, c12) ELSE 0 END AS c16,
    CASE WHEN c14 <> 0 THEN 0 WHEN c13 IS NULL THEN 0 WHEN c13 THEN 0 ELSE 1 END AS c17
  FROM layer4
),
layer6 AS (
  SELECT
    f1, c3, c4, c15, c16, c17, c23, c25, f39,
    CASE WHEN c20 > 0 THEN c15 END AS c22,
    GREATEST(c16, c21) AS c24,
    CASE WHEN f1 IS NOT NULL THEN 0 ELSE c17 END AS c28
  FROM layer5
),
layer7 AS (
  SELECT
    c15, c16, c17, c25, c28, f39,
    -- sales.completion · Completion of the sales target · 销售目标完成率
    CAST(CASE
      WHEN f1 IS NOT NULL THEN c3
      ELSE CAST(c22 AS Nullable(Int256)) * CAST(1000000 AS Nullable(Int256))
    END AS Nullable(Int256)) AS c26,
    CASE
      WHEN f1 IS NOT NULL THEN CASE
        WHEN c4 <> 0 THEN c4
        WHEN c24 = 4 THEN 4
        WHEN (NOT ((c24 <> 0) OR (c22 IS NULL))) AND (NOT COALESCE((CAST(c3 AS Nullable(Int256)) * CAST(c23 AS Nullable(Int256))) = (CAST(c22 AS Nullable(Int256)) * CAST(1000000 AS Nullable(Int256))), FALSE)) AND (NOT (c4 <> 0)) THEN 3
        ELSE 0
      END
      ELSE CASE
        WHEN c24 <> 0 THEN c24
        WHEN (c22 IS NOT NULL) AND (NOT COALESCE(c22 >= 0, TRUE)) THEN 3
        ELSE 0
      END
    END AS c27
  FROM layer6
),
layer8 AS (
  SELECT
    c15, c17, c28, f39,
    -- the first that holds
    CASE
      WHEN c26 < 0 THEN 0
      WHEN c26 <= (CAST(300000 AS Nullable(Int256)) * CAST(c25 AS Nullable(Int256))) THEN 1
      WHEN c26 < (CAST(310000 AS Nullable(Int256)) * CAST(c25 AS Nullable(Int256))) THEN 2
      WHEN c26 <= (CAST(500000 AS Nullable(Int256)) * CAST(c25 AS Nullable(Int256))) THEN 3
      WHEN c26 < (CAST(510000 AS Nullable(Int256)) * CAST(c25 AS Nullable(Int256))) THEN 4
      WHEN c26 <= (CAST(800000 AS Nullable(Int256)) * CAST(c25 AS Nullable(Int256))) THEN 5
      WHEN c26 < (CAST(810000 AS Nullable(Int256)) * CAST(c25 AS Nullable(Int256))) THEN 6
      WHEN c26 <= (CAST(1000000 AS Nullable(Int256)) * CAST(c25 AS Nullable(Int256))) THEN 7
      WHEN c26 < (CAST(1200000 AS Nullable(Int256)) * CAST(c25 AS Nullable(Int256))) THEN 8
      WHEN c26 >= (CAST(1200000 AS Nullable(Int256)) * CAST(c25 AS Nullable(Int256))) THEN 9
    END AS c29,
    GREATEST(c27, c16) AS c36
  FROM layer7
),
layer9 AS (
  SELECT
    c15, c17, c36, f39,
    -- commission.head.rate · Rate · 比率 · v1 · O-1.3.3.3
    CAST(CASE
      WHEN c29 = 0 THEN NULL
      WHEN c29 = 1 THEN 0
      WHEN c29 = 2 THEN 0
      WHEN c29 = 3 THEN 2
      WHEN c29 = 4 THEN 2
      WHEN c29 = 5 THEN 3
      WHEN c29 = 6 THEN 3
      WHEN c29 = 7 THEN 4
      WHEN c29 = 8 THEN 4
      WHEN c29 = 9 THEN 5
    END AS Nullable(Int64)) AS c30,
    bitOr(c28, CASE
      WHEN c29 = 0 THEN 0
      WHEN c29 = 1 THEN 0
      WHEN c29 = 2 THEN 2
      WHEN c29 = 3 THEN 0
      WHEN c29 = 4 THEN 2
      WHEN c29 = 5 THEN 0
      WHEN c29 = 6 THEN 2
      WHEN c29 = 7 THEN 0
      WHEN c29 = 8 THEN 4
      ELSE 0
    END) AS c31
  FROM layer8
),
layer10 AS (
  SELECT
    c36, f39,
    c30 * c15 AS c32,
    bitOr(c31, c17) AS c37
  FROM layer9
),
layer11 AS (
  SELECT
    c32, c36, c37, f39,
    abs(c32) AS c33
  FROM layer10
),
layer12 AS (
  SELECT
    c32, c36, c37, f39,
    intDiv(((c33 * 2) + 100), 200) AS c34
  FROM layer11
),
layer13 AS (
  SELECT
    c36, c37, f39,
    -- commission.head.amount · Amount · 金额 · v1 · O-1.3.3.3
    CASE WHEN c32 < 0 THEN -c34 ELSE c34 END AS c35
  FROM layer12
),
layer14 AS (
  SELECT
    c35, c36, c37, f39,
    (c36 = 0) AND (c35 IS NOT NULL) AS c38
  FROM layer13
)
SELECT
  f39 AS "person",
  CASE WHEN c38 THEN toDecimal256(c35, 0) * toDecimal256('0.01', 2) END AS "commission.head.amount",
  CASE
    WHEN c36 = 4 THEN 'too-large'
    WHEN c36 = 3 THEN 'error'
    WHEN c35 IS NULL THEN 'undetermined'
    ELSE 'determined'
  END AS "commission.head.amount.status",
  CASE
    WHEN c38 THEN trimRight(concat(concat(CASE WHEN bitAnd(c37, 4) <> 0 THEN 'commission.head#between-100-and-120 ' ELSE '' END, CASE WHEN bitAnd(c37, 2) <> 0 THEN 'commission.head#fractions ' ELSE '' END), CASE WHEN bitAnd(c37, 1) <> 0 THEN 'sales#never-below-zero ' ELSE '' END))
    ELSE ''
  END AS "commission.head.amount.flags"
FROM layer14
SETTINGS short_circuit_function_evaluation = 'disable';
