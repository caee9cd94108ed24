export { type ElasticNetOptions, elasticNet, plugin as default } from "./elastic-net.ts";
