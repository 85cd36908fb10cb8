// What scripts/check-page runs in node.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const puppeteer = require("puppeteer-core");

const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const widths = { phone: 360, desk: 1280 };

function argumentsOf(words) {
  const at = words.indexOf("--shots");
  const shots = at >= 0 ? words[at + 1] : null;
  return { shots, pages: words.filter((_, i) => at < 0 || (i !== at && i !== at + 1)) };
}

/// Opens the file with an eye on everything it should not do.
async function opened(browser, file, width, scheme, problems) {
  const page = await browser.newPage();
  await page.setBypassCSP(true); // axe-core is injected; the page itself is opened with its policy elsewhere
  await page.setViewport({ width, height: 900, deviceScaleFactor: 1, isMobile: width < 600, hasTouch: width < 600 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  watch(page, file, problems);
  await page.goto("file://" + path.resolve(file), { waitUntil: "load" });
  return page;
}

function watch(page, file, problems) {
  page.on("console", (message) => problems.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { problems.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => {
    if (request.url() !== "file://" + path.resolve(file)) {
      problems.push(`request: ${request.url()}`);
    }
  });
}

async function findings(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.map((found) =>
    `axe: ${found.impact}: ${found.id}: ${found.help} (${found.nodes.length}×, ${found.nodes[0].target}: ${found.nodes[0].html.slice(0, 120)})`);
}

/// The page under its own policy: the script has to work, sorting as well.
async function underItsPolicy(browser, file, problems) {
  const page = await browser.newPage();
  watch(page, file, problems);
  await page.goto("file://" + path.resolve(file), { waitUntil: "load" });
  const sorted = await page.evaluate(() => {
    const head = document.querySelector("table.sortable th.number button");
    if (head === null) {
      return null;
    }
    head.click();
    const column = head.closest("th").cellIndex;
    const values = [...head.closest("table").tBodies[0].rows].map((row) => +(row.cells[column].dataset.value || -Infinity));
    return values.every((value, i) => i === 0 || values[i - 1] >= value);
  });
  if (sorted === false) {
    problems.push("sorting a table does not sort it");
  }
  await page.close();
}

async function check(browser, file, shots) {
  const problems = [];
  const name = path.basename(file, ".html");
  await underItsPolicy(browser, file, problems);
  for (const [place, width] of Object.entries(widths)) {
    for (const scheme of ["light", "dark"]) {
      const page = await opened(browser, file, width, scheme, problems);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) {
        problems.push(`${place}: ${wide} px wider than the window`);
      }
      if (shots) {
        await page.screenshot({ path: path.join(shots, `${name}-${place}-${scheme}.png`), fullPage: true });
      }
      problems.push(...(await findings(page)).map((found) => `${place}, ${scheme}: ${found}`));
      await page.close();
    }
  }
  const page = await opened(browser, file, widths.desk, "dark", problems);
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true });
  if (shots) {
    fs.writeFileSync(path.join(shots, `${name}.pdf`), pdf);
  }
  await page.close();
  return problems;
}

(async () => {
  const { shots, pages } = argumentsOf(process.argv.slice(2));
  if (shots) {
    fs.mkdirSync(shots, { recursive: true });
  }
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"], protocolTimeout: 600000 });
  let wrong = 0;
  for (const file of pages) {
    const problems = await check(browser, file, shots);
    problems.forEach((problem) => console.log(`${file}: ${problem}`));
    console.log(`${file}: ${problems.length === 0 ? "clean" : problems.length + " findings"}`);
    wrong += problems.length;
  }
  await browser.close();
  process.exit(wrong > 0 ? 1 : 0);
})();
