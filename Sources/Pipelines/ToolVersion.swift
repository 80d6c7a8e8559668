/// The version of the program, written into every report and page.
public let toolVersion = "0.1.0"
