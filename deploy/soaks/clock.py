"""A wall clock that is set back and forth by a second to 400 days, under real timers."""

import sys

from clerks import say, scaled
from rehearsal import rehearse

JUMPS = scaled(1_000)


def main():
    _, work = sys.argv[1:]
    say(f"clock: {JUMPS} jumps")
    rehearse(work, "ClockJumpTests", "SOAK_JUMPS", str(JUMPS))


if __name__ == "__main__":
    main()
