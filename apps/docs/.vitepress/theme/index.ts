import "katex/dist/katex.min.css";
import { defineClientComponent, type Theme, useRoute } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { nextTick, onMounted, onUnmounted, watch } from "vue";
import { makeReachable } from "./reachable.ts";
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
  setup() {
    const route = useRoute();
    const update = () => makeReachable(document);
    onMounted(() => {
      update();
      window.addEventListener("resize", update);
    });
    onUnmounted(() => window.removeEventListener("resize", update));
    watch(
      () => route.path,
      () => nextTick(update),
    );
  },
} satisfies Theme;
