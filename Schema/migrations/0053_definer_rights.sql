-- A function that runs with its owner's rights is for those it was made for. Whoever may execute
-- a trigger's function may put it on a table of their own, a temporary one too, and have it run:
-- this one takes the lock that holds up every donation.
REVOKE ALL ON FUNCTION close_alone() FROM PUBLIC;
