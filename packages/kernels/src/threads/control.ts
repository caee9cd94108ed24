// How the threads of a team talk: 32-bit whole numbers, a line of the cache for each worker, and a queue for all.

/** Of a worker: the number of the run; a new one starts it, a negative one ends the worker. */
export const TURN = 0;
/** Of a worker: the number of the run that it is done with. */
export const DONE = 1;
/** Of a worker: 1 once it waits for runs. */
export const READY = 2;
/** Of a worker: 1 if its kernel failed. */
export const FAILED = 3;

/** Of the queue: the next task that nobody has taken. */
export const NEXT = 0;
/** Of the queue: how many tasks there are. */
export const TASKS = 1;
/** Of the queue: how many arguments each has. */
export const WIDTH = 2;

/** Where the float64 of the queue start, in bytes: a result for each task, then the arguments, task after task. */
export const NUMBERS_AT = 64;
/** What the flags of a worker take. */
export const FLAG_BYTES = 64;
