import picocolors from "picocolors";

/** Colours for a terminal, or where FORCE_COLOR asks for them; none elsewhere, nor with NO_COLOR. */
export const colors = picocolors.createColors(wanted(process.env, process.stdout.isTTY === true));

function wanted({ NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv, terminal: boolean): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== "0";
  // picocolors itself would colour wherever CI is set, and so into pipes and files
  return terminal && TERM !== "dumb";
}
