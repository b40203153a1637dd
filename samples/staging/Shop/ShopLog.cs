using System.Globalization;

namespace Shop;

/// <summary>The service's log: time, level, part, message, one line each.</summary>
internal sealed class ShopLog(string file)
{
    private readonly Lock _lock = new();

    public void Info(string part, string message) => Write("INFO", part, message);

    public void Error(string part, string message) => Write("ERROR", part, message);

    private void Write(string level, string part, string message)
    {
        lock (_lock)
            File.AppendAllText(file, $"{DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)} {level} shop.{part} {message}\n");
    }
}
