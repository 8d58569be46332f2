-- A closing takes its number and its time once no donation is on its way any more: whoever reads
-- the log then finds every donation that needed no leave before the closing.
CREATE FUNCTION hold_donations() RETURNS void
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = public, pg_temp
    SET lock_timeout = '2s'
    AS $$
BEGIN
    LOCK TABLE donation IN SHARE ROW EXCLUSIVE MODE;
END $$;

REVOKE ALL ON FUNCTION hold_donations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_donations() TO pumasi_app;
