-- e-commerce, revision 1, as in force on 2026-10-31. Written by “bylaw emit sql --dialect duckdb”: do not edit.
--
-- The table has one column for each fact, NULL where it is not given. Percentages are ratios (30% is 0.3); amounts stand in their
-- base unit (the currency, the unit, days, months, minutes), members and posts by their names, times as 17:00:00, moments as
-- 2027-01-20T09:00:00. A number that its column would round was lost before any rule saw it: keep the decimals stated here.
--   sales.completion · Completion of the sales target · 销售目标完成率: DECIMAL(18, 8)
--   sales.ordered · Orders of the month over all shops · 当月全部店铺下单金额: DECIMAL(18, 4)
--   sales.returned · Returned goods of the month · 当月退货金额: DECIMAL(18, 4)
--   sales.target · Sales target of the month · 当月销售目标: DECIMAL(18, 4)
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
    CASE WHEN f1 BETWEEN 0.000000 AND 1000000000.000000 THEN CAST(f1 AS DECIMAL(16, 6)) END AS c2,
    CASE WHEN f5 BETWEEN 0.00 AND 10000000000000.00 THEN CAST(f5 AS DECIMAL(16, 2)) END AS c6,
    CASE WHEN f9 BETWEEN 0.00 AND 10000000000000.00 THEN CAST(f9 AS DECIMAL(16, 2)) END AS c10,
    CASE WHEN f18 BETWEEN 0.01 AND 10000000000000.00 THEN CAST(f18 AS DECIMAL(16, 2)) END AS c19
  FROM layer0
),
layer2 AS (
  SELECT
    f1, f5, f9, f18, f39,
    -- sales.completion · Completion of the sales target · 销售目标完成率
    CASE
      WHEN c2 = f1 THEN CAST(trunc(c2) AS BIGINT) * 1000000 + CAST((c2 % 1) * CAST(1000000 AS DECIMAL(7, 0)) AS BIGINT)
    END AS c3,
    -- sales.ordered · Orders of the month over all shops · 当月全部店铺下单金额
    CASE WHEN c6 = f5 THEN CAST(c6 * CAST(100 AS DECIMAL(3, 0)) AS BIGINT) END AS c7,
    -- sales.returned · Returned goods of the month · 当月退货金额
    CASE WHEN c10 = f9 THEN CAST(c10 * CAST(100 AS DECIMAL(3, 0)) AS BIGINT) END AS c11,
    -- sales.target · Sales target of the month · 当月销售目标
    CASE WHEN c19 = f18 THEN CAST(c19 * CAST(100 AS DECIMAL(3, 0)) AS BIGINT) END AS c20
  FROM layer1
),
layer3 AS (
  SELECT
    f1, c3, c7, c11, c20, f39,
    CASE
      WHEN f1 IS NULL OR c3 IS NOT NULL THEN 0
      WHEN f1 >= 1000000000.000001 THEN 4
      WHEN f1 <= (-0.000001) THEN 3
      ELSE 4
    END AS c4,
    CASE WHEN f5 IS NULL OR c7 IS NOT NULL THEN 0 WHEN f5 >= 10000000000000.01 THEN 4 ELSE 3 END AS c8,
    CASE WHEN f9 IS NULL OR c11 IS NOT NULL THEN 0 WHEN f9 >= 10000000000000.01 THEN 4 ELSE 3 END AS c12,
    c7 >= c11 AS c13,
    CASE WHEN f18 IS NULL OR c20 IS NOT NULL THEN 0 WHEN f18 >= 10000000000000.01 THEN 4 ELSE 3 END AS c21,
    CASE WHEN c20 > 0 THEN c20 END AS c23
  FROM layer2
),
layer4 AS (
  SELECT
    f1, c3, c4, c7, c8, c11, c12, c13, c20, c21, c23, f39,
    GREATEST(c8, c12) AS c14,
    CAST(CASE WHEN f1 IS NOT NULL THEN 1 ELSE c23 END AS BIGINT) AS c25
  FROM layer3
),
layer5 AS (
  SELECT
    f1, c3, c4, c20, c21, c23, c25, f39,
    -- sales.net · Net sales · 净销售额 · v1 · O-1.3.3a, O-1.3.3c
    CAST(CASE WHEN c14 <> 0 THEN NULL WHEN c13 IS NULL THEN NULL WHEN c13 THEN c7 - c11 ELSE 0 END AS BIGINT) AS c15,
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
    CAST(CASE WHEN f1 IS NOT NULL THEN c3 ELSE CAST(c22 AS HUGEINT) * CAST(1000000 AS HUGEINT) END AS HUGEINT) AS c26,
    CASE
      WHEN f1 IS NOT NULL THEN CASE
        WHEN c4 <> 0 THEN c4
        WHEN c24 = 4 THEN 4
        WHEN (NOT ((c24 <> 0) OR (c22 IS NULL))) AND (NOT COALESCE((CAST(c3 AS HUGEINT) * CAST(c23 AS HUGEINT)) = (CAST(c22 AS HUGEINT) * CAST(1000000 AS HUGEINT)), FALSE)) AND (NOT (c4 <> 0)) THEN 3
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
      WHEN c26 <= (CAST(300000 AS HUGEINT) * CAST(c25 AS HUGEINT)) THEN 1
      WHEN c26 < (CAST(310000 AS HUGEINT) * CAST(c25 AS HUGEINT)) THEN 2
      WHEN c26 <= (CAST(500000 AS HUGEINT) * CAST(c25 AS HUGEINT)) THEN 3
      WHEN c26 < (CAST(510000 AS HUGEINT) * CAST(c25 AS HUGEINT)) THEN 4
      WHEN c26 <= (CAST(800000 AS HUGEINT) * CAST(c25 AS HUGEINT)) THEN 5
      WHEN c26 < (CAST(810000 AS HUGEINT) * CAST(c25 AS HUGEINT)) THEN 6
      WHEN c26 <= (CAST(1000000 AS HUGEINT) * CAST(c25 AS HUGEINT)) THEN 7
      WHEN c26 < (CAST(1200000 AS HUGEINT) * CAST(c25 AS HUGEINT)) THEN 8
      WHEN c26 >= (CAST(1200000 AS HUGEINT) * CAST(c25 AS HUGEINT)) THEN 9
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
    END AS BIGINT) AS c30,
    c28 | CASE
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
    END AS c31
  FROM layer8
),
layer10 AS (
  SELECT
    c36, f39,
    c30 * c15 AS c32,
    c31 | c17 AS c37
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
    ((c33 * 2) + 100) // 200 AS c34
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
  CASE WHEN c38 THEN CAST(c35 AS DECIMAL(18, 0)) * 0.01 END AS "commission.head.amount",
  CASE
    WHEN c36 = 4 THEN 'too-large'
    WHEN c36 = 3 THEN 'error'
    WHEN c35 IS NULL THEN 'undetermined'
    ELSE 'determined'
  END AS "commission.head.amount.status",
  CASE
    WHEN c38 THEN rtrim((CASE WHEN (c37 & 4) <> 0 THEN 'commission.head#between-100-and-120 ' ELSE '' END || CASE WHEN (c37 & 2) <> 0 THEN 'commission.head#fractions ' ELSE '' END) || CASE WHEN (c37 & 1) <> 0 THEN 'sales#never-below-zero ' ELSE '' END)
    ELSE ''
  END AS "commission.head.amount.flags"
FROM layer14;
