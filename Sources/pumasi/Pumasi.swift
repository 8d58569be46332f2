import ArgumentParser
import Configuration
import Hummingbird
import ServiceLifecycle

@main
struct Pumasi: AsyncParsableCommand {}
