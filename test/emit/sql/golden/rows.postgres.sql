-- small, revision 1, as in force on 2026-10-31. Written by “bylaw emit sql --dialect postgres”: do not edit.
--
-- The table has one column for each fact, NULL where it is not given. Percentages are ratios (30% is 0.3); amounts stand in their
-- base unit (the currency, the unit, days, months, minutes), members and posts by their names, times as 17:00:00, moments as
-- 2027-01-20T09:00:00. A number that its column would round was lost before any rule saw it: keep the decimals stated here.
--   a · x · 某: boolean
--   m · x · 某: numeric(38, 10)
--   n · x · 某: numeric(38, 7)
--   tea · x · 某: text
--
-- Each decision has a value, a status (determined, undetermined, not-applicable, error, or too-large where a number outgrows
-- what is computed here and the engine must be asked) and flags: what the value rests on.
--   rows.fee · Fee · 费 · v1 · S-1
--   rows.word · Word · 词 · v1 · S-1
CREATE VIEW "results" AS
SELECT
  given."person",
  decided.*
FROM "facts" AS given
CROSS JOIN LATERAL (
  WITH
  layer0 AS (
    SELECT
      given."tea" AS f1,
      given."n" AS f5,
      given."a" AS f12,
      given."m" AS f26
    OFFSET 0
  ),
  layer1 AS (
    SELECT
      f1, f5, f26,
      CASE WHEN f1 IN ('green', 'black', 'white') THEN f1 END AS c2,
      -- n · x · 某
      CASE WHEN (f5 BETWEEN 0.0 AND 100.0) AND (min_scale(f5) <= 1) THEN CAST(f5 * 10 AS bigint) END AS c6,
      f12 = TRUE AS c14,
      f12 = FALSE AS c24,
      -- m · x · 某
      CASE
        WHEN (f26 BETWEEN (-100000000000.0000) AND 100000000000.0000) AND (min_scale(f26) <= 4) THEN CAST(f26 * 10000 AS bigint)
      END AS c27
    FROM layer0 OFFSET 0
  ),
  layer2 AS (
    SELECT
      c6, c14, c24, c27,
      CASE WHEN f1 IS NOT NULL AND c2 IS NULL THEN 3 ELSE 0 END AS c3,
      c2 = 'green' AS c4,
      CASE WHEN f5 IS NULL OR c6 IS NOT NULL THEN 0 ELSE 3 END AS c7,
      c6 <= 100 AS c8,
      c6 > 100 AS c11,
      c2 IN ('black', 'white') AS c16,
      (c6 >= 200) AND (c6 < 300) AS c17,
      NOT (c2 = 'green') AS c20,
      c6 >= 300 AS c21,
      CASE WHEN f26 IS NULL OR c27 IS NOT NULL THEN 0 ELSE 4 END AS c28
    FROM layer1 OFFSET 0
  ),
  layer3 AS (
    SELECT
      c6, c7, c14, c24, c27, c28,
      c4 AND c8 AS c9,
      CASE WHEN c3 <> 0 THEN c3 WHEN NOT COALESCE(c4, TRUE) THEN 0 ELSE c7 END AS c10,
      c4 AND c11 AS c13,
      c16 AND c17 AS c18,
      CASE WHEN c3 <> 0 THEN c3 WHEN NOT COALESCE(c16, TRUE) THEN 0 ELSE c7 END AS c19,
      c20 AND c21 AS c22,
      CASE WHEN c3 <> 0 THEN c3 WHEN NOT COALESCE(c20, TRUE) THEN 0 ELSE c7 END AS c23
    FROM layer2 OFFSET 0
  ),
  layer4 AS (
    SELECT
      c6, c7, c9, c18, c27, c28,
      c13 AND c14 AS c15,
      c22 AND c24 AS c25,
      GREATEST(c10, c19, c23) AS c29
    FROM layer3 OFFSET 0
  ),
  layer5 AS (
    SELECT
      -- rows.fee · Fee · 费 · v1 · S-1
      CAST(CASE WHEN c9 THEN 40000 WHEN c15 THEN c27 WHEN c18 THEN 60000 WHEN c25 THEN c6 * 500 END AS bigint) AS c30,
      CASE
        WHEN c29 <> 0 THEN c29
        WHEN (CASE WHEN c9 THEN 1 ELSE 0 END + CASE WHEN c15 THEN 1 ELSE 0 END + CASE WHEN c18 THEN 1 ELSE 0 END + CASE WHEN c25 THEN 1 ELSE 0 END) > 1 THEN 3
        ELSE CASE WHEN c9 THEN 0 WHEN c15 THEN c28 WHEN c18 THEN 0 WHEN c25 THEN c7 ELSE 0 END
      END AS c31,
      -- rows.word · Word · 词 · v1 · S-1
      CASE WHEN c9 THEN 'it''s' WHEN c15 THEN '"two"' WHEN c18 THEN '\' WHEN c25 THEN '' END AS c33,
      CASE
        WHEN c29 <> 0 THEN c29
        WHEN (CASE WHEN c9 THEN 1 ELSE 0 END + CASE WHEN c15 THEN 1 ELSE 0 END + CASE WHEN c18 THEN 1 ELSE 0 END + CASE WHEN c25 THEN 1 ELSE 0 END) > 1 THEN 3
        ELSE 0
      END AS c34
    FROM layer4 OFFSET 0
  ),
  layer6 AS (
    SELECT
      c30, c31, c33, c34,
      (c31 = 0) AND (c30 IS NOT NULL) AS c32,
      (c34 = 0) AND (c33 IS NOT NULL) AS c35
    FROM layer5 OFFSET 0
  )
  SELECT
    CASE WHEN c32 THEN CAST(c30 * 2 AS numeric) * 0.0001 END AS "rows.fee",
    CASE
      WHEN c31 = 4 THEN 'too-large'
      WHEN c31 = 3 THEN 'error'
      WHEN c30 IS NULL THEN 'undetermined'
      ELSE 'determined'
    END AS "rows.fee.status",
    '' AS "rows.fee.flags",
    CASE WHEN c35 THEN c33 END AS "rows.word",
    CASE
      WHEN c34 = 4 THEN 'too-large'
      WHEN c34 = 3 THEN 'error'
      WHEN c33 IS NULL THEN 'undetermined'
      ELSE 'determined'
    END AS "rows.word.status",
    '' AS "rows.word.flags"
  FROM layer6
) AS decided;
