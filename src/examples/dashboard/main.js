// The page as it is, without a library and without a build step.

import { ask } from "./api.js";
import { start } from "./dashboard.js";

start(ask);
