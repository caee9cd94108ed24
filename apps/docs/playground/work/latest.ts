/**
 * Runs one task at a time, and of those that come meanwhile the last alone: a slider that is dragged asks for a
 * hundred pictures, and gets those that there is time for, and the last.
 *
 * @param task what is done with each
 */
export function latest<T>(task: (asked: T) => Promise<void>): (asked: T) => void {
  let running = false;
  let waiting: { readonly asked: T } | undefined;

  async function run(first: T): Promise<void> {
    running = true;
    try {
      for (let next: { readonly asked: T } | undefined = { asked: first }; next; ) {
        waiting = undefined;
        await task(next.asked);
        next = waiting;
      }
    } finally {
      running = false;
    }
  }

  return (asked) => {
    if (running) waiting = { asked };
    else void run(asked);
  };
}
