-- e-commerce, revision 1, as in force on 2026-10-31. Written by “bylaw emit sql --dialect postgres”: do not edit.
--
-- The table has one column for each fact, NULL where it is not given. Percentages are ratios (30% is 0.3); amounts stand in their
-- base unit (the currency, the unit, days, months, minutes), members and posts by their names, times as 17:00:00, moments as
-- 2027-01-20T09:00:00. A number that its column would round was lost before any rule saw it: keep the decimals stated here.
--   sales.completion · Completion of the sales target · 销售目标完成率: numeric(38, 12)
--   sales.ordered · Orders of the month over all shops · 当月全部店铺下单金额: numeric(38, 8)
--   sales.returned · Returned goods of the month · 当月退货金额: numeric(38, 8)
--   sales.target · Sales target of the month · 当月销售目标: numeric(38, 8)
--
-- Each decision has a value, a status (determined, undetermined, not-applicable, error, or too-large where a number outgrows
-- what is computed here and the engine must be asked) and flags: what the value rests on.
--   commission.head.amount · Amount · 金额 · v1 · O-1.3.3.3
CREATE VIEW "results" AS
SELECT
  given."person",
  decided.*
FROM "facts" AS given
CROSS JOIN LATERAL (
  WITH
  layer0 AS (
    SELECT
      given."sales.completion" AS f1,
      given."sales.ordered" AS f4,
      given."sales.returned" AS f7,
      given."sales.target" AS f15
    OFFSET 0
  ),
  layer1 AS (
    SELECT
      f1, f4, f7, f15,
      -- sales.completion · Completion of the sales target · 销售目标完成率
      CASE
        WHEN (f1 BETWEEN 0.000000 AND 1000000000.000000) AND (min_scale(f1) <= 6) THEN CAST(f1 * 1000000 AS bigint)
      END AS c2,
      -- sales.ordered · Orders of the month over all shops · 当月全部店铺下单金额
      CASE
        WHEN (f4 BETWEEN 0.00 AND 10000000000000.00) AND (min_scale(f4) <= 2) THEN CAST(f4 * 100 AS bigint)
      END AS c5,
      -- sales.returned · Returned goods of the month · 当月退货金额
      CASE
        WHEN (f7 BETWEEN 0.00 AND 10000000000000.00) AND (min_scale(f7) <= 2) THEN CAST(f7 * 100 AS bigint)
      END AS c8,
      -- sales.target · Sales target of the month · 当月销售目标
      CASE
        WHEN (f15 BETWEEN 0.01 AND 10000000000000.00) AND (min_scale(f15) <= 2) THEN CAST(f15 * 100 AS bigint)
      END AS c16
    FROM layer0 OFFSET 0
  ),
  layer2 AS (
    SELECT
      f1, c2, c5, c8, c16,
      CASE
        WHEN f1 IS NULL OR c2 IS NOT NULL THEN 0
        WHEN f1 >= 1000000000.000001 THEN 4
        WHEN f1 <= (-0.000001) THEN 3
        ELSE 4
      END AS c3,
      CASE WHEN f4 IS NULL OR c5 IS NOT NULL THEN 0 WHEN f4 >= 10000000000000.01 THEN 4 ELSE 3 END AS c6,
      CASE WHEN f7 IS NULL OR c8 IS NOT NULL THEN 0 WHEN f7 >= 10000000000000.01 THEN 4 ELSE 3 END AS c9,
      c5 >= c8 AS c10,
      CASE WHEN f15 IS NULL OR c16 IS NOT NULL THEN 0 WHEN f15 >= 10000000000000.01 THEN 4 ELSE 3 END AS c17,
      CASE WHEN c16 > 0 THEN c16 END AS c19
    FROM layer1 OFFSET 0
  ),
  layer3 AS (
    SELECT
      f1, c2, c3, c5, c6, c8, c9, c10, c16, c17, c19,
      GREATEST(c6, c9) AS c11,
      CAST(CASE WHEN f1 IS NOT NULL THEN 1 ELSE c19 END AS bigint) AS c21
    FROM layer2 OFFSET 0
  ),
  layer4 AS (
    SELECT
      f1, c2, c3, c16, c17, c19, c21,
      -- sales.net · Net sales · 净销售额 · v1 · O-1.3.3a, O-1.3.3c
      CAST(CASE WHEN c11 <> 0 THEN NULL WHEN c10 IS NULL THEN NULL WHEN c10 THEN c5 - c8 ELSE 0 END AS bigint) AS c12,
      CASE WHEN c11 <> 0 THEN c11 WHEN c10 IS NULL THEN 0 WHEN c10 THEN GREATEST(c6, c9) ELSE 0 END AS c13,
      CASE WHEN c11 <> 0 THEN 0 WHEN c10 IS NULL THEN 0 WHEN c10 THEN 0 ELSE 1 END AS c14
    FROM layer3 OFFSET 0
  ),
  layer5 AS (
    SELECT
      f1, c2, c3, c12, c13, c14, c19, c21,
      CASE WHEN c16 > 0 THEN c12 END AS c18,
      GREATEST(c13, c17) AS c20,
      CASE WHEN f1 IS NOT NULL THEN 0 ELSE c14 END AS c24
    FROM layer4 OFFSET 0
  ),
  layer6 AS (
    SELECT
      c12, c13, c14, c21, c24,
      -- sales.completion · Completion of the sales target · 销售目标完成率
      CAST(CASE WHEN f1 IS NOT NULL THEN c2 ELSE CAST(c18 AS numeric) * CAST(1000000 AS numeric) END AS numeric) AS c22,
      CASE
        WHEN f1 IS NOT NULL THEN CASE
          WHEN c3 <> 0 THEN c3
          WHEN c20 = 4 THEN 4
          WHEN (NOT ((c20 <> 0) OR (c18 IS NULL))) AND (NOT COALESCE((CAST(c2 AS numeric) * CAST(c19 AS numeric)) = (CAST(c18 AS numeric) * CAST(1000000 AS numeric)), FALSE)) AND (NOT (c3 <> 0)) THEN 3
          ELSE 0
        END
        ELSE CASE
          WHEN c20 <> 0 THEN c20
          WHEN (c18 IS NOT NULL) AND (NOT COALESCE(c18 >= 0, TRUE)) THEN 3
          ELSE 0
        END
      END AS c23
    FROM layer5 OFFSET 0
  ),
  layer7 AS (
    SELECT
      c12, c14, c24,
      -- the first that holds
      CASE
        WHEN c22 < 0 THEN 0
        WHEN c22 <= (CAST(300000 AS numeric) * CAST(c21 AS numeric)) THEN 1
        WHEN c22 < (CAST(310000 AS numeric) * CAST(c21 AS numeric)) THEN 2
        WHEN c22 <= (CAST(500000 AS numeric) * CAST(c21 AS numeric)) THEN 3
        WHEN c22 < (CAST(510000 AS numeric) * CAST(c21 AS numeric)) THEN 4
        WHEN c22 <= (CAST(800000 AS numeric) * CAST(c21 AS numeric)) THEN 5
        WHEN c22 < (CAST(810000 AS numeric) * CAST(c21 AS numeric)) THEN 6
        WHEN c22 <= (CAST(1000000 AS numeric) * CAST(c21 AS numeric)) THEN 7
        WHEN c22 < (CAST(1200000 AS numeric) * CAST(c21 AS numeric)) THEN 8
        WHEN c22 >= (CAST(1200000 AS numeric) * CAST(c21 AS numeric)) THEN 9
      END AS c25,
      GREATEST(c23, c13) AS c32
    FROM layer6 OFFSET 0
  ),
  layer8 AS (
    SELECT
      c12, c14, c32,
      -- commission.head.rate · Rate · 比率 · v1 · O-1.3.3.3
      CAST(CASE
        WHEN c25 = 0 THEN NULL
        WHEN c25 = 1 THEN 0
        WHEN c25 = 2 THEN 0
        WHEN c25 = 3 THEN 2
        WHEN c25 = 4 THEN 2
        WHEN c25 = 5 THEN 3
        WHEN c25 = 6 THEN 3
        WHEN c25 = 7 THEN 4
        WHEN c25 = 8 THEN 4
        WHEN c25 = 9 THEN 5
      END AS bigint) AS c26,
      c24 | CASE
        WHEN c25 = 0 THEN 0
        WHEN c25 = 1 THEN 0
        WHEN c25 = 2 THEN 2
        WHEN c25 = 3 THEN 0
        WHEN c25 = 4 THEN 2
        WHEN c25 = 5 THEN 0
        WHEN c25 = 6 THEN 2
        WHEN c25 = 7 THEN 0
        WHEN c25 = 8 THEN 4
        ELSE 0
      END AS c27
    FROM layer7 OFFSET 0
  ),
  layer9 AS (
    SELECT
      c32,
      c26 * c12 AS c28,
      c27 | c14 AS c33
    FROM layer8 OFFSET 0
  ),
  layer10 AS (
    SELECT
      c28, c32, c33,
      abs(c28) AS c29
    FROM layer9 OFFSET 0
  ),
  layer11 AS (
    SELECT
      c28, c32, c33,
      ((c29 * 2) + 100) / 200 AS c30
    FROM layer10 OFFSET 0
  ),
  layer12 AS (
    SELECT
      c32, c33,
      -- commission.head.amount · Amount · 金额 · v1 · O-1.3.3.3
      CASE WHEN c28 < 0 THEN -c30 ELSE c30 END AS c31
    FROM layer11 OFFSET 0
  ),
  layer13 AS (
    SELECT
      c31, c32, c33,
      (c32 = 0) AND (c31 IS NOT NULL) AS c34
    FROM layer12 OFFSET 0
  )
  SELECT
    CASE WHEN c34 THEN CAST(c31 AS numeric) * 0.01 END AS "commission.head.amount",
    CASE
      WHEN c32 = 4 THEN 'too-large'
      WHEN c32 = 3 THEN 'error'
      WHEN c31 IS NULL THEN 'undetermined'
      ELSE 'determined'
    END AS "commission.head.amount.status",
    CASE
      WHEN c34 THEN rtrim((CASE WHEN (c33 & 4) <> 0 THEN 'commission.head#between-100-and-120 ' ELSE '' END || CASE WHEN (c33 & 2) <> 0 THEN 'commission.head#fractions ' ELSE '' END) || CASE WHEN (c33 & 1) <> 0 THEN 'sales#never-below-zero ' ELSE '' END)
      ELSE ''
    END AS "commission.head.amount.flags"
  FROM layer13
) AS decided;
