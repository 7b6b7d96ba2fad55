// The contrast of every visible text on the page with what lies behind it (WCAG 2.2, relative luminance): by element
// and class, the least ratio and the text that has it. Colours of any notation are read back from a canvas.
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data
    return [red, green, blue, alpha / 255]
  }
  const over = (front, back) => [0, 1, 2].map(i => front[i] * front[3] + back[i] * (1 - front[3])).concat(1)
  const linear = value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  const luminance = colour => {
    const [red, green, blue] = colour.slice(0, 3).map(value => linear(value / 255))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = element => {
    let back = [255, 255, 255, 1]
    let opacity = 1
    const chain = []
    for (let one = element; one; one = one.parentElement) chain.unshift(getComputedStyle(one))
    for (const style of chain) {
      opacity *= Number(style.opacity)
      back = over(rgba(style.backgroundColor), back)
    }
    const front = rgba(chain.at(-1).color)
    front[3] *= opacity
    const [one, other] = [luminance(over(front, back)), luminance(back)]
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
  }
  const shown = element => {
    const box = element.getBoundingClientRect()
    return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
      && !element.closest("script, style, noscript, .md-search__output")
      && box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth
  }
  const found = {}
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode.textContent.trim()
    const element = texts.currentNode.parentElement
    if (!text || !shown(element)) continue
    const name = [element.localName, ...element.classList].join(".")
    const ratio = Math.round(contrast(element) * 100) / 100
    if (!(name in found) || ratio < found[name].ratio) found[name] = { ratio, text: text.slice(0, 60) }
  }
  return found
}
