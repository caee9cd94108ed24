import "katex/dist/katex.min.css";
import { defineClientComponent, type Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import "./style.css";

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    // for docs/playground.md; it computes in the browser alone
    app.component(
      "Playground",
      defineClientComponent(() => import("../../playground/Playground.vue")),
    );
  },
} satisfies Theme;
