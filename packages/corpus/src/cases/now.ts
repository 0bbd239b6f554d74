/** The time at which every answer of the corpus arrives: Friday 20 November 2026, 10:00 UTC. The tests set their clock to it. */
export const NOW = Date.UTC(2026, 10, 20, 10);
