// Reloads the page when the server counts another change than the one the page was made at.
"use strict";
{
  const shown = document.currentScript.dataset.version;
  const events = new EventSource("/__ruff/events");
  events.addEventListener("version", (event) => {
    if (event.data !== shown) {
      events.close();
      location.reload();
    }
  });
}
