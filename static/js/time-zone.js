// The sign-up form learns the browser's time zone, so that “today” is the student's.
const zone = document.querySelector('input[type="hidden"][name="time_zone"]');
if (zone) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
