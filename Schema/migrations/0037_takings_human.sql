-- 한 사람은 한 번. The roll-up counts whoever is several donors once. Where donors were joined before
-- it did, it begins again; the timer folds it anew, and until then whoever reads adds it up.
DO $$
BEGIN
    IF EXISTS (SELECT FROM donor_joining) THEN
        DELETE FROM takings;
        UPDATE takings_head SET log_size = 0, folded_at = clock_timestamp();
    END IF;
END $$;
