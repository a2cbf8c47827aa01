-- small, revision 1, as in force on 2026-10-31. Written by “bylaw emit sql --dialect postgres”: do not edit.
--
-- The table has one column for each fact, NULL where it is not given. Percentages are ratios (30% is 0.3); amounts stand in their
-- base unit (the currency, the unit, days, months, minutes), members and posts by their names, times as 17:00:00, moments as
-- 2027-01-20T09:00:00. A number that its column would round was lost before any rule saw it: keep the decimals stated here.
--   free · x · 某: numeric(38, 8)
--
-- Each decision has a value, a status (determined, undetermined, not-applicable, error, or too-large where a number outgrows
-- what is computed here and the engine must be asked) and flags: what the value rests on.
--   graduated.amount · Amount · 金额 · v1 · S-1
CREATE VIEW "results" AS
SELECT
  given."person",
  decided.*
FROM "facts" AS given
CROSS JOIN LATERAL (
  WITH
  layer0 AS (
    SELECT
      given."free" AS f1
    OFFSET 0
  ),
  layer1 AS (
    SELECT
      f1,
      -- free · x · 某
      CASE
        WHEN (f1 BETWEEN (-10000000000000.00) AND 10000000000000.00) AND (min_scale(f1) <= 2) THEN CAST(f1 * 100 AS bigint)
      END AS c2
    FROM layer0 OFFSET 0
  ),
  layer2 AS (
    SELECT
      c2,
      CASE WHEN f1 IS NULL OR c2 IS NOT NULL THEN 0 ELSE 4 END AS c3,
      c2 > 0 AS c4,
      c2 > 300000 AS c5,
      c2 > 1200001 AS c6,
      COALESCE(((c2 >= 0) AND (c2 <= 300000)) OR ((c2 > 300000) AND (c2 <= 1200001)) OR (c2 > 1200001), FALSE) AS c7
    FROM layer1 OFFSET 0
  ),
  layer3 AS (
    SELECT
      c3,
      CAST(CASE
        WHEN c7 THEN (CAST(CAST(CASE WHEN c4 THEN 3 * CASE WHEN c2 <= 300000 THEN c2 WHEN 300000 <= c2 THEN 300000 END ELSE 0 END AS bigint) + (CAST(CASE
          WHEN c5 THEN CASE WHEN c2 <= 1200001 THEN c2 WHEN 1200001 <= c2 THEN 1200001 END - 300000
          ELSE 0
        END AS bigint) * 10) AS numeric) * CAST(1000 AS numeric)) + CAST(CASE WHEN c6 THEN CAST(33333 AS numeric) * CAST(c2 - 1200001 AS numeric) ELSE 0 END AS numeric)
      END AS numeric) AS c8
    FROM layer2 OFFSET 0
  ),
  layer4 AS (
    SELECT
      c3, c8,
      abs(c8) AS c9
    FROM layer3 OFFSET 0
  ),
  layer5 AS (
    SELECT
      c3, c8,
      CAST(div(CAST((c9 * CAST(2 AS numeric)) + CAST(100000 AS numeric) AS numeric), CAST(200000 AS numeric)) AS bigint) AS c10
    FROM layer4 OFFSET 0
  ),
  layer6 AS (
    SELECT
      c3,
      -- graduated.amount · Amount · 金额 · v1 · S-1
      CASE WHEN c8 < 0 THEN -c10 ELSE c10 END AS c11
    FROM layer5 OFFSET 0
  ),
  layer7 AS (
    SELECT
      c3, c11,
      (c3 = 0) AND (c11 IS NOT NULL) AS c12
    FROM layer6 OFFSET 0
  )
  SELECT
    CASE WHEN c12 THEN CAST(c11 AS numeric) * 0.01 END AS "graduated.amount",
    CASE
      WHEN c3 = 4 THEN 'too-large'
      WHEN c3 = 3 THEN 'error'
      WHEN c11 IS NULL THEN 'undetermined'
      ELSE 'determined'
    END AS "graduated.amount.status",
    '' AS "graduated.amount.flags"
  FROM layer7
) AS decided;
