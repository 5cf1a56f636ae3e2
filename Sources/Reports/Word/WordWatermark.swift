/// A word across every page, behind the text: the shape that Word itself puts into the header of a page for a watermark
/// (VML, ISO/IEC 29500-4, section 19), so that its command "remove watermark" finds it.
enum WordWatermark {
  static let namespaces =
    #"xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" "#
    + #"xmlns:w10="urn:schemas-microsoft-com:office:word""#

  /// A run for a paragraph of the header.
  static func run(_ mark: String) -> String {
    "<w:r><w:rPr><w:noProof/></w:rPr><w:pict>\(shapeType)\(shape(mark))</w:pict></w:r>"
  }

  /// As wide as the text of a page; as high as a word of that width is.
  private static func shape(_ mark: String) -> String {
    let text = XMLText.escaped(mark)
    return "<v:shape id=\"PowerPlusWaterMarkObject1\" o:spid=\"_x0000_s2049\" type=\"#_x0000_t136\" alt=\"\(text)\" "
      + "style=\"position:absolute;margin-left:0;margin-top:0;width:500pt;height:\(500 / max(4, mark.count) * 3 / 2)pt;"
      + "rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
      + "mso-position-vertical:center;mso-position-vertical-relative:margin\" o:allowincell=\"f\" fillcolor=\"silver\" "
      + "stroked=\"f\"><v:fill opacity=\".35\"/>"
      + "<v:textpath style=\"font-family:&quot;Calibri&quot;;font-size:1pt;font-weight:bold\" string=\"\(text)\"/>"
      + "<w10:wrap anchorx=\"margin\" anchory=\"margin\"/></v:shape>"
  }

  /// Text drawn along a line, number 136 of the shapes that Word knows.
  private static let shapeType: String = {
    let formulas = [
      "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0",
      "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7",
      "sum @6 0 @5",
    ]
    return "<v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" "
      + "path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:formulas>"
      + formulas.map { "<v:f eqn=\"\($0)\"/>" }.joined()
      + "</v:formulas><v:path textpathok=\"t\" o:connecttype=\"custom\" o:connectlocs=\"@9,0;@10,10800;@11,21600;@12,10800\" "
      + "o:connectangles=\"270,180,90,0\"/><v:textpath on=\"t\" fitshape=\"t\"/><v:handles>"
      + "<v:h position=\"#0,bottomRight\" xrange=\"6629,14971\"/></v:handles>"
      + "<o:lock v:ext=\"edit\" text=\"t\" shapetype=\"t\"/></v:shapetype>"
  }()
}
