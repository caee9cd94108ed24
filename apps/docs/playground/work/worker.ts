import { expose } from "comlink";
import { playgroundWork } from "./playground-work.ts";

/** The script of a pane's worker. */
expose(playgroundWork());
