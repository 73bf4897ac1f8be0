/** Node's own timers, for the kernel itself. */
export const originalTimers = { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate };
