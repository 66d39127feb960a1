// Scrolls a table to one of its cells where that is out of view, and gives the keyboard back its place.
// Streamlit can do neither: a table opens at its first row, and a control that was drawn anew has lost the focus.
let done = 0

export default function (component) {
  const { table, top, height, head, left, width, pinned, focus, stamp } = component.data
  const inner = height / 2 // half a row more, so that it is seen that the table goes on
  let tries = 0
  const bring = () => {
    const scroller = document.querySelector(`.st-key-${table} .dvn-scroller`)
    if (!scroller || scroller.scrollHeight < top + height) {
      if (tries++ < 60) setTimeout(bring, 50)
      return
    }
    const room = scroller.clientHeight - head
    if (top < scroller.scrollTop) scroller.scrollTop = Math.max(0, top - inner)
    else if (top + height > scroller.scrollTop + room) scroller.scrollTop = top + height + inner - room
    const wide = scroller.clientWidth - pinned
    if (left < scroller.scrollLeft) scroller.scrollLeft = left
    else if (left + width > scroller.scrollLeft + wide) scroller.scrollLeft = left + width - wide
  }
  bring()
  const give = () => {
    const button = document.querySelector(`[class*="st-key-${focus}"] button`)
    const lost = !document.activeElement || document.activeElement === document.body
    if (button && lost) button.focus({ preventScroll: true })
    else if (tries++ < 20) setTimeout(give, 50)
  }
  if (focus && stamp !== done) {
    done = stamp
    tries = 0
    setTimeout(give, 150)
  }
}
