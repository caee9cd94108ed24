// How a worker and the thread that gives it work talk: whole numbers, then float64 from byte 64 on.

/** The number of the task; a new one starts it, a negative one ends the worker. */
export const TURN = 0;
/** The number of the task that is done. */
export const DONE = 1;
/** 1 once the worker waits for tasks. */
export const READY = 2;
/** 1 if the task failed. */
export const FAILED = 3;
/** Which kernel. */
export const KERNEL = 4;
/** How many arguments. */
export const COUNT = 5;

/** Where the float64 start, in bytes. */
export const NUMBERS_AT = 64;
/** Which of the float64 holds the result; the arguments are before it. */
export const RESULT = 15;
export const CONTROL_BYTES = 256;
