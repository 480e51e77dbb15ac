// Three charts of one server, each from one operation.

import { Problem } from "./problem.js";
import { bars, columns, timeline } from "./charts.js";

const MAPPING = /* GraphQL */ `
  query ProductsToSegments($day: Date) {
    productsConnection(asOf: $day) {
      groups(sort: [{ field: "count.nodes", direction: DESC }]) {
        key {
          segments {
            name
            region {
              name
            }
          }
        }
        count {
          nodes
        }
      }
    }
  }
`;

const HELP = /* GraphQL */ `
  query HelpBySegmentAndMonth($from: Date!, $to: Date!) {
    deliveriesConnection {
      groups {
        key {
          activeOn(every: MONTH, from: $from, to: $to)
          segments {
            name
          }
        }
        countDistinct {
          youths
        }
      }
    }
  }
`;

const REGIE = /* GraphQL */ `
  query RegieOverTime($key: ID!, $day: Date) {
    trajectory(by: { key: $key }, asOf: $day) {
      regieHoldersConnection(history: true, sort: [{ edge: { validFrom: ASC } }]) {
        edges {
          properties {
            kind
            validFrom
            validTo
          }
          node {
            __typename
            name
          }
        }
      }
    }
  }
`;

const charts = {
  async mapping(ask, settings) {
    const data = await ask(settings, MAPPING, { day: settings.day });
    return bars(
      "Number of products of each segment",
      data.productsConnection.groups.map(({ key, count }) => ({
        label: key.segments ? `${key.segments.region?.name ?? ""} ${key.segments.name}` : "no segment",
        value: count.nodes,
      })),
    );
  },

  async help(ask, settings) {
    const data = await ask(settings, HELP, { from: yearBefore(settings.day), to: settings.day });
    const months = new Map();
    for (const { key, countDistinct } of data.deliveriesConnection.groups) {
      const month = months.get(key.activeOn) ?? new Map();
      month.set(key.segments?.name ?? "no segment", countDistinct.youths);
      months.set(key.activeOn, month);
    }
    return columns("Youths with help, by month and segment", new Map([...months].sort()));
  },

  async regie(ask, settings) {
    const data = await ask(settings, REGIE, { key: settings.trajectory, day: settings.day });
    if (!data.trajectory) {
      throw new Problem("No such trajectory, or you may not see it.", "NOT_FOUND");
    }
    return timeline(
      "Regie over time",
      data.trajectory.regieHoldersConnection.edges.map(({ properties, node }) => ({
        label: `${properties.kind}: ${node.name ?? node.__typename}`,
        from: properties.validFrom,
        to: properties.validTo,
      })),
    );
  },
};

/** @param {string} day */
const yearBefore = (day) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/** What to do about a problem, by its code. */
const WAYS_OUT = {
  UNAUTHENTICATED: "Get a new token: this one is not accepted, or has expired.",
  FORBIDDEN: "Use a token of a role that may see this.",
  PURPOSE_REQUIRED: "Use a token with a purpose.",
};

/** @param {Problem} problem */
function shown(problem) {
  const line = document.createElement("p");
  line.className = "problem";
  line.dataset.code = problem.code ?? "BUG";
  line.textContent = `${problem.message} ${WAYS_OUT[problem.code] ?? ""}`;
  return line;
}

const PAGE = /* HTML */ `
  <form id="settings">
    <label>Server <input id="server" type="url" required value="http://127.0.0.1:8080" /></label>
    <label>Token <input id="token" type="password" autocomplete="off" /></label>
    <label>Day <input id="day" type="date" required value="2026-11-01" /></label>
    <label>Trajectory <input id="trajectory" value="CASUS" /></label>
    <button>Show</button>
  </form>
  <main>
    <section id="mapping">
      <h2>Products to segments</h2>
      <div class="chart"></div>
    </section>
    <section id="help">
      <h2>Help for each segment and month</h2>
      <div class="chart"></div>
    </section>
    <section id="regie">
      <h2>Who held which regie</h2>
      <div class="chart"></div>
    </section>
  </main>
`;

let round = 0;

/** @param {Ask} ask */
async function show(ask) {
  const asked = ++round;
  const settings = Object.fromEntries(
    ["server", "token", "day", "trajectory"].map((name) => [
      name,
      document.getElementById(name).value.trim(),
    ]),
  );
  await Promise.all(
    Object.entries(charts).map(async ([name, chart]) => {
      const place = document.querySelector(`#${name} .chart`);
      place.replaceChildren("Loading…");
      const drawn = await chart(ask, settings).catch(shown);
      // An answer that comes after a later question is not shown.
      if (asked === round) {
        place.replaceChildren(drawn);
      }
    }),
  );
}

/**
 * Asks a server, and returns the data; throws a {@link Problem}.
 *
 * @typedef {(settings: {server: string, token: string}, query: string, variables: object) => Promise<any>} Ask
 */

/**
 * Adds the form and the places of the charts to the page, and shows the charts whenever the form is
 * sent.
 *
 * @param {Ask} ask
 */
export function start(ask) {
  document.body.insertAdjacentHTML("beforeend", PAGE);
  document.getElementById("settings").addEventListener("submit", (event) => {
    event.preventDefault();
    show(ask);
  });
}
