#!/usr/bin/env python3
"""tests/page/look.py CHROMIUM PAGE: what a browser without a screen sees of it

One line a fact, on standard output. The browser is asked through two pipes,
by the DevTools protocol: no port is opened, and nothing else is needed.
"""
import json
import os
import subprocess
import sys
import tempfile

SIZES = ((360, 740), (800, 1000), (1400, 900))

# How much wider than the window the page is, and who sticks out.
SIDEWAYS = """(() => {
    const width = document.documentElement.clientWidth;
    const over = document.documentElement.scrollWidth - width;
    const names = [...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > width + 1)
        .map(e => e.tagName + '.' + e.className);
    return over > 0 ? over + ' px: ' + names.slice(0, 3).join(' ') : 'none';
})()"""

# Text whose contrast with what is behind it is under 4.5 (WCAG 2.2, 1.4.3).
CONTRAST = """(() => {
    const part = v => (v /= 255) <= .04045 ? v / 12.92
        : ((v + .055) / 1.055) ** 2.4;
    const rgb = c => c.match(/[0-9.]+/g).map(Number);
    const light = c => .2126 * part(c[0]) + .7152 * part(c[1]) +
        .0722 * part(c[2]);
    const behind = e => {
        for (; e; e = e.parentElement) {
            const c = rgb(getComputedStyle(e).backgroundColor);
            if (c.length < 4 || c[3] > 0) return c;
        }
        return [255, 255, 255];
    };
    let least = 21, seen = 0, who = '';
    const walk = document.createTreeWalker(document.body,
        NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const e = walk.currentNode.parentElement;
        if (!walk.currentNode.data.trim()) continue;
        const a = light(rgb(getComputedStyle(e).color)), b = light(behind(e));
        const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        seen++;
        if (ratio < least) {
            least = ratio;
            who = e.tagName + '.' + e.className;
        }
    }
    return seen < 100 ? 'only ' + seen + ' texts' : least >= 4.5
        ? 'enough' : least.toFixed(2) + ' in ' + who;
})()"""

# Each link is followed; its target must be there, and then in sight.
LINKS = """(() => {
    document.documentElement.style.scrollBehavior = 'auto';
    const wrong = [];
    const links = [...document.querySelectorAll('a')];
    for (const a of links) {
        a.click();
        const to = document.getElementById(location.hash.slice(1));
        const top = to && to.getBoundingClientRect().top;
        if (!to || a.hash !== location.hash || top < -2 || top > innerHeight)
            wrong.push(a.getAttribute('href'));
    }
    scrollTo(0, 0);
    return links.length < 4 ? 'only ' + links.length
        : wrong.length ? wrong.join(' ') : 'all lead somewhere';
})()"""

# The colours of a picture, counted by the browser that has painted it.
COLOURS = """(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,%s';
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const data = context.getImageData(0, 0, image.width, image.height).data;
    return new Set(new Uint32Array(data.buffer)).size;
})()"""

OPEN_ALL = """document.querySelectorAll('details')
    .forEach(d => { d.open = true; })"""


class Browser:
    """A headless Chromium at the other end of two pipes."""

    def __init__(self, program, profile):
        to_read, self.to = os.pipe()
        self.back, back_write = os.pipe()

        def give():
            """The browser reads from 3 and writes to 4."""
            os.dup2(to_read, 203)
            os.dup2(back_write, 204)
            os.dup2(203, 3)
            os.dup2(204, 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu",
             "--hide-scrollbars", "--no-first-run",
             "--disable-background-networking", "--disable-extensions",
             "--user-data-dir=" + profile, "--remote-debugging-pipe"],
            preexec_fn=give, close_fds=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(back_write)
        self.count = 0
        self.rest = b""
        self.session = None
        self.events = []

    def read(self):
        """The next message."""
        while b"\0" not in self.rest:
            piece = os.read(self.back, 1 << 16)
            if not piece:
                sys.exit("the browser has ended")
            self.rest += piece
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def ask(self, method, **parameters):
        """Sends a command, keeps the events that come, returns its result."""
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.count:
                if "error" in answer:
                    sys.exit(method + ": " + answer["error"]["message"])
                return answer["result"]
            self.events.append(answer)

    def wait(self, method):
        """Until this event has come."""
        while all(e.get("method") != method for e in self.events):
            self.events.append(self.read())

    def evaluate(self, code):
        """The value of an expression in the page."""
        return self.ask("Runtime.evaluate", expression=code,
                        awaitPromise=True, returnByValue=True
                        )["result"].get("value")


def attach(browser):
    """A new page, whose session the later commands are for."""
    browser.session = None
    target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
    browser.session = browser.ask("Target.attachToTarget", flatten=True,
                                  targetId=target)["sessionId"]
    for domain in ("Page", "Runtime", "Log", "Network"):
        browser.ask(domain + ".enable")
    return browser.session


def press_tab(browser):
    """What a first Tab leads to."""
    for kind in ("keyDown", "keyUp"):
        browser.ask("Input.dispatchKeyEvent", type=kind, key="Tab",
                    code="Tab", windowsVirtualKeyCode=9)
    return browser.evaluate("document.activeElement.getAttribute('href')")


def heard(browser):
    """How much of a table a screen reader is told of."""
    nodes = browser.ask("Accessibility.getFullAXTree")["nodes"]
    roles = [node.get("role", {}).get("value") for node in nodes
             if not node.get("ignored")]
    return [roles.count(role) for role in
            ("table", "caption", "row", "columnheader", "rowheader")]


def look(browser, page):
    """All facts of a page."""
    counter = attach(browser)
    session = attach(browser)
    browser.events.clear()
    browser.ask("Page.navigate", url="file://" + os.path.abspath(page))
    browser.wait("Page.loadEventFired")
    print("first tab:", press_tab(browser))
    print("links:", browser.evaluate(LINKS))
    browser.evaluate(OPEN_ALL)
    for width, height in SIZES:
        browser.ask("Emulation.setDeviceMetricsOverride", width=width,
                    height=height, deviceScaleFactor=1, mobile=width < 600)
        print(width, "sideways:", browser.evaluate(SIDEWAYS))
        for scheme in ("light", "dark"):
            browser.ask("Emulation.setEmulatedMedia", features=[
                {"name": "prefers-color-scheme", "value": scheme}])
            picture = browser.ask("Page.captureScreenshot")["data"]
            print(width, scheme, "contrast:", browser.evaluate(CONTRAST))
            browser.session = counter
            colours = browser.evaluate(COLOURS % picture)
            browser.session = session
            print(width, scheme, "colours:",
                  "many" if colours > 30 else colours)
    wide = heard(browser)
    browser.ask("Emulation.setDeviceMetricsOverride", width=SIZES[0][0],
                height=SIZES[0][1], deviceScaleFactor=1, mobile=True)
    print("tables:", "the same on a phone" if heard(browser) == wide
          and min(wide) > 4 else wide)
    methods = [e.get("method") for e in browser.events
               if e.get("sessionId") == session]
    print("console:", sum(m in ("Runtime.consoleAPICalled", "Log.entryAdded",
                                "Runtime.exceptionThrown")
                          for m in methods))
    print("requests:", methods.count("Network.requestWillBeSent"))


def main():
    """Starts the browser, looks, and ends it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(sys.argv[1], profile)
        try:
            look(browser, sys.argv[2])
        finally:
            browser.session = None
            browser.ask("Browser.close")
            browser.process.wait()


main()
