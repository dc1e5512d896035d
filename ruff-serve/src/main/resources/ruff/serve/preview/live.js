// Reloads the page when the server counts another change than the one the page was made at. A page that
// nobody sees does not listen: browsers open few connections to one server, and it finds out when it is shown.
"use strict";
{
  const made = document.currentScript.dataset.version;
  let events = null;

  const stop = () => {
    if (events !== null) {
      events.close();
      events = null;
    }
  };

  const listen = () => {
    stop();
    if (document.hidden) {
      return;
    }
    events = new EventSource("/__ruff/events");
    events.addEventListener("version", (event) => {
      if (event.data !== made) {
        stop();
        location.reload();
      }
    });
  };

  document.addEventListener("visibilitychange", listen);
  listen();
}
